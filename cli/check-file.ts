import { assess } from '../shared/feedback/assess.ts'
import { type CheckResult, checkResult } from '../shared/feedback/check-result.ts'
import type { Context } from '../shared/rules/rule.ts'
import { readReport } from './read-report.ts'

export type CheckTask = { readonly file: string; readonly context: Context }

/** Reads one file and runs the rules on it. */
export const checkFile = async ({ file, context }: CheckTask): Promise<CheckResult> => {
  const { report, sha256 } = await readReport(file)
  return checkResult(file, report, await assess(report, context, sha256))
}
