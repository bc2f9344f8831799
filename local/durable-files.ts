import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Has what was renamed in, made in or removed from a folder lie on the disk, where the system can: Windows flushes no folder. */
export const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder that only its owner may look into, and has it stay. */
export const makeFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first !== undefined) await flushFolder(dirname(first))
}

const fill = async (handle: FileHandle, content: string): Promise<void> => {
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file that only its owner may read, and has its content lie on the disk; nothing stays of one that could not be written. */
export const writeFlushed = async (path: string, content: string): Promise<void> => {
  try {
    await fill(await open(path, 'w', 0o600), content)
  } catch (error) {
    await rm(path, { force: true }).catch(() => {})
    throw error
  }
}

/** Puts a file in its place whole or not at all; once this has ended it outlives a loss of power. */
export const writeDurably = async (path: string, content: string): Promise<void> => {
  const part = `${path}.part`
  await writeFlushed(part, content)
  await rename(part, path)
  await flushFolder(dirname(path))
}
