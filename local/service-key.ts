import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder, writeDurably } from './durable-files.ts'

const ServiceKey = z.object({ accessKeyId: z.string().min(1), secretAccessKey: z.string().min(32) })

/** What requests to the embedded services are signed with. */
export type ServiceKey = z.output<typeof ServiceKey>

/**
 * The key of a data folder, made at its first run. It is kept, so that an upload that was signed before a restart is taken after it, and that
 * a `--once` beside a run can speak with its services; only the owner of the folder can read it.
 */
export const openServiceKey = async (folder: string): Promise<ServiceKey> => {
  const path = join(folder, 'service-key.json')
  try {
    return ServiceKey.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const key = { accessKeyId: 'local', secretAccessKey: randomBytes(32).toString('base64url') }
  await makeFolder(folder)
  await writeDurably(path, JSON.stringify(key))
  return key
}
