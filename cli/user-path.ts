import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** A path as the user meant it: npm starts scripts in the project's root and tells in INIT_CWD where the user stands. */
export const userPath = (path: string): string => {
  const here = resolve(path)
  const { INIT_CWD, npm_lifecycle_event: byNpm } = process.env
  if (byNpm === undefined || INIT_CWD === undefined) return here
  const whereTheUserStands = resolve(INIT_CWD, path)
  return existsSync(whereTheUserStands) || !existsSync(here) ? whereTheUserStands : here
}
