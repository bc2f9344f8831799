import type { Report } from '../report/report.ts'
import type { Context } from '../rule-kit/context.ts'
import type { Assessment } from './assessment.ts'
import { checkReport } from './check-report.ts'
import { disagreements, repairHints } from './repair-hint.ts'
import { ENGINE, ruleSetDigest } from './rule-set.ts'

/** What a report is judged by. */
type Beside = {
  readonly context: Context
  /** Of the file, hex; null where there is none. */
  readonly sha256: string | null
}

/** The one way to judge a report, for functions, command and portal alike: every rule, the hint for its sums, and what was judged by what. */
export const judge = async (report: Report, { context, sha256 }: Beside): Promise<Assessment> => {
  return {
    findings: checkReport(report, context),
    repairs: repairHints(report),
    disagreements: disagreements(report),
    remarks: report.remarks,
    sha256,
    ruleSet: await ruleSetDigest(),
    engine: ENGINE,
  }
}
