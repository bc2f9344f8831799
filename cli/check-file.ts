import { type CheckResult, checkResult } from '../shared/feedback/check-result.ts'
import { checkReport } from '../shared/rules/check-report.ts'
import type { Context } from '../shared/rules/rule.ts'
import { readReport } from './read-report.ts'

export type CheckTask = { readonly file: string; readonly context: Context }

/** Reads one file and runs the rules on it. */
export const checkFile = async ({ file, context }: CheckTask): Promise<CheckResult> => {
  const report = await readReport(file)
  return checkResult(file, report, checkReport(report, context))
}
