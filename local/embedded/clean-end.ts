import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { flushFolder, writeDurably } from '../durable-files.ts'

const pathOf = (folder: string): string => `${folder}-ended`

/** LevelDB makes a new manifest whenever it is opened, and names it here: so a note tells of one end, whatever build opened the table since. */
const manifestOf = (folder: string): Promise<string> => readFile(join(folder, 'CURRENT'), 'utf8')

/** Notes, beside the folder of a table, that it was closed and is whole. */
export const noteCleanEnd = async (folder: string): Promise<void> => writeDurably(pathOf(folder), await manifestOf(folder))

/** Whether the folder of a table is as its last run closed it; to be asked before it is opened. The note is gone from the disk when this has ended. */
export const takeCleanEnd = async (folder: string): Promise<boolean> => {
  const noted = await readFile(pathOf(folder), 'utf8').catch(() => undefined)
  if (noted === undefined) return false
  await rm(pathOf(folder), { force: true })
  await flushFolder(dirname(folder))
  return noted === (await manifestOf(folder).catch(() => undefined))
}
