import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillIn } from '../functions/stored/fill-in.ts'

/**
 * Fills in what builds before did not write, in a data folder that was not filled in yet: a file in it tells. Where the file is lost, or a run broke off before
 * it was written, it is done again, which does no harm.
 */
export const fillInOnce = async (folder: string, ports: Parameters<typeof fillIn>[0]): Promise<void> => {
  const mark = join(folder, 'filled-in')
  if (existsSync(mark)) return
  await fillIn(ports)
  await writeFile(mark, '')
}
