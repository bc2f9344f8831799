import { judge } from '../../../shared/assessment/judge.ts'
import { sha256Of } from '../../../shared/document/content-hash.ts'
import { type CheckResult, checkResult } from '../../../shared/feedback/check-result.ts'
import { readFile } from '../../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../../shared/readers/reader.ts'
import { reportOf } from '../../../shared/report/recognise-report.ts'
import { characterMapFrom } from '../../character-map.ts'
import { inflate } from '../../inflate.ts'

export type PrecheckTask = {
  readonly file: File
  /** The year that it is to be filed for. */
  readonly year: number
  /** Address of the folder of character maps. */
  readonly maps: string
}

/** Reads and checks a file as the functions will, as far as that can be done without what only they know: the agency's names, earlier reports. */
export const checkFile = async ({ file, year, maps }: PrecheckTask): Promise<CheckResult> => {
  // A byte more than may be read tells a file that is too large; more of it need not come into memory.
  const bytes = new Uint8Array(await file.slice(0, READ_LIMITS.fileBytes + 1).arrayBuffer())
  const reading = await readFile(bytes, { inflate, limits: READ_LIMITS, characterMap: characterMapFrom(maps) })
  const report = reportOf(reading)
  const sha256 = bytes.length === file.size ? await sha256Of(bytes) : null
  return checkResult(file.name, report, await judge(report, { context: { submission: { agencyNames: [], year } }, sha256 }))
}
