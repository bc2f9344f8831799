import type { Assessment, Disagreement, Provenance } from '../assessment/assessment.ts'
import { type Verdict, verdictOf } from '../assessment/verdict.ts'
import type { Format } from '../document/document.ts'
import { type ReportRecord, recordOf } from '../report/record.ts'
import type { Report } from '../report/report.ts'
import { remarkWords } from './remark-words.ts'
import { type ToldRepair, tellRepair } from './repair-words.ts'
import { type ToldFinding, tellFinding } from './told-finding.ts'

/** One result of `nianbao check --json`. */
export type CheckResult = { readonly file: string; readonly format: Format | null; readonly verdict: Verdict } & ReportRecord & {
    readonly findings: readonly ToldFinding[]
    /** The single cell and value that mend every sum; null where nothing is wrong with them, or no one cell does. */
    readonly repair: ToldRepair | null
    /** The sums that do not hold. */
    readonly disagreements: readonly Disagreement[]
    /** What the reader did with the file that its author should know of, in Chinese. */
    readonly remarks: readonly string[]
  } & Provenance

/** What outside tools are told of a checked file. `file` is the name as given. */
export const checkResult = (file: string, report: Report, assessment: Assessment): CheckResult => {
  const { edition, title, agency, year, sections, tables } = recordOf(report)
  const { findings, repair, disagreements, remarks, sha256, ruleSet, engine } = assessment
  return {
    file,
    format: report.format,
    edition,
    verdict: verdictOf(findings),
    title,
    agency,
    year,
    sections,
    tables,
    findings: findings.map(tellFinding),
    repair: repair && tellRepair(repair),
    disagreements,
    remarks: remarkWords(remarks),
    sha256,
    ruleSet,
    engine,
  }
}
