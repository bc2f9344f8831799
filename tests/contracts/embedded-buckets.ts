import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { awsPorts } from '../../functions/aws/aws-ports.ts'
import { startObjectStore } from '../../local/object-store/server.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { CREDENTIALS } from './embedded-table.ts'

/** The ports of a versioned uploads bucket and a public site bucket in the embedded object store, until it is closed. */
export const startBuckets = async (): Promise<{ ports: Ports; close(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-contract-'))
  const region = 'cn-north-1'
  const buckets = [{ name: 'uploads', versioned: true }, { name: 'site' }]
  const store = await startObjectStore({ folder, port: 0, region, credentials: CREDENTIALS, buckets })
  const settings = { endpoints: { s3: store.url }, credentials: CREDENTIALS, region, forcePathStyle: true }
  return {
    ports: awsPorts({ UPLOADS_BUCKET: 'uploads', SITE_BUCKET: 'site' }, settings),
    async close() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
}
