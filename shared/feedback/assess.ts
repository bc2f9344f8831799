import type { Assessment } from '../findings/assessment.ts'
import { disagreements, repairHint } from '../findings/repair-hint.ts'
import type { Report } from '../report/report.ts'
import { checkReport } from '../rules/check-report.ts'
import type { Context } from '../rules/rule.ts'
import { ENGINE, ruleSetDigest } from './rule-set.ts'

/** Runs every rule on a report, and says what was judged by what. `sha256` is that of the file, null where there is none. */
export const assess = async (report: Report, context: Context, sha256: string | null): Promise<Assessment> => ({
  findings: checkReport(report, context),
  repair: repairHint(report),
  disagreements: disagreements(report),
  remarks: report.remarks,
  sha256,
  ruleSet: await ruleSetDigest(),
  engine: ENGINE,
})
