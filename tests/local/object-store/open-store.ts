import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { onTestFinished } from 'vitest'
import { type BucketSettings, type ObjectStoreSettings, startObjectStore } from '../../../local/object-store/server.ts'

export const region = 'cn-north-1'
export const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local/secret+key' }
export const buckets: readonly BucketSettings[] = [
  { name: 'uploads', versioned: true, corsOrigins: ['http://portal.test'] },
  { name: 'plain' },
  { name: 'site', public: true, website: { index: 'index.html', error: '404.html' } },
]

/** The real client; `ahead` sets its clock off by so many milliseconds. */
export const clientOf = (endpoint: string, { ahead = 0, ...config }: S3ClientConfig & { ahead?: number } = {}) => {
  const client = new S3Client({ endpoint, region, credentials, forcePathStyle: true, systemClockOffset: ahead, maxAttempts: 1, ...config })
  onTestFinished(() => client.destroy())
  return client
}

/** A store in a new folder, or in the given one, with a client; all gone when the test is over. */
export const openStore = async (settings: Partial<ObjectStoreSettings> = {}) => {
  const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), 'object-store-')))
  const store = await startObjectStore({ port: 0, sitePort: 0, region, credentials, buckets, ...settings, folder })
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { ...store, folder, client: clientOf(store.url) }
}

/** Every file under a folder. */
export const filesUnder = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name)

/** The code of an answer in XML. */
export const codeOf = async (response: Response) =>
  `${response.status} ${/<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? ''}`.trim()
