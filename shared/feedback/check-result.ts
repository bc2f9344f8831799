import type { Assessment, Disagreement, Provenance } from '../assessment/assessment.ts'
import { type Verdict, verdictOf } from '../assessment/verdict.ts'
import type { Format } from '../document/document.ts'
import type { CellRef } from '../form/edition.ts'
import { type ReportRecord, recordOf } from '../report/record.ts'
import type { Report } from '../report/report.ts'
import { remarkWords } from './remark-words.ts'
import { type ToldRepair, tellRepairs } from './repair-words.ts'
import { type ToldFinding, tellFinding } from './told-finding.ts'

/** One result of `nianbao check --json`. */
export type CheckResult = { readonly file: string; readonly format: Format | null; readonly verdict: Verdict } & ReportRecord & {
    readonly findings: readonly ToldFinding[]
    /** For each group of sums that do not hold, the fewest cells that mend it; and what belongs into blanks. */
    readonly repairs: readonly ToldRepair[]
    /** The first of them that needs one cell only; null where none does. */
    readonly repair: { readonly cell: CellRef | null; readonly value: number; readonly message: string } | null
    /** The sums that do not hold. */
    readonly disagreements: readonly Disagreement[]
    /** What the reader did with the file that its author should know of, in Chinese. */
    readonly remarks: readonly string[]
  } & Provenance

const firstOfOneCell = (repairs: readonly ToldRepair[]): CheckResult['repair'] => {
  const { cells, message } = repairs.find((repair) => repair.cells.length === 1) ?? {}
  const [first] = cells ?? []
  return first === undefined || message === undefined ? null : { ...first, message }
}

/** What outside tools are told of a checked file. `file` is the name as given. */
export const checkResult = (file: string, report: Report, assessment: Assessment): CheckResult => {
  const { edition, title, agency, year, sections, tables } = recordOf(report)
  const { findings, disagreements, remarks, sha256, ruleSet, engine } = assessment
  const repairs = tellRepairs(assessment)
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
    findings: findings.map((finding) => tellFinding(finding, repairs)),
    repair: firstOfOneCell(repairs),
    repairs,
    disagreements,
    remarks: remarkWords(remarks),
    sha256,
    ruleSet,
    engine,
  }
}
