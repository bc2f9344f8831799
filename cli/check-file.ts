import { judge } from '../shared/assessment/judge.ts'
import { type CheckResult, checkResult } from '../shared/feedback/check-result.ts'
import type { Context } from '../shared/rule-kit/context.ts'
import { readReport } from './read-report.ts'

export type CheckTask = { readonly file: string; readonly context: Context; readonly atOnce?: number }

/** Reads one file and runs the rules on it. */
export const checkFile = async ({ file, context, atOnce }: CheckTask): Promise<CheckResult> => {
  const { report, sha256 } = await readReport(file, atOnce)
  return checkResult(file, report, await judge(report, { context, sha256 }))
}
