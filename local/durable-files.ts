import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
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

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const make = async (folder: string): Promise<void> => {
  await mkdir(folder, { mode: 0o700 })
  await flushFolder(dirname(folder))
}

/**
 * Makes a folder that only its owner may look into, with those above it, and has them stay. One by one: `mkdir` of Node, told to make all, says ENOENT of a
 * disk that is read-only.
 */
export const makeFolder = async (folder: string): Promise<void> => {
  try {
    await make(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await make(folder).catch(async (again: unknown) => {
      if (codeOf(again) !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw again // else another was first
    })
  }
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
