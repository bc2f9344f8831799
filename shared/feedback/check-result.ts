import type { Format } from '../document/document.ts'
import type { Finding } from '../findings/finding.ts'
import { type Verdict, verdictOf } from '../findings/verdict.ts'
import { type ReportRecord, recordOf } from '../report/record.ts'
import type { Report } from '../report/report.ts'
import { type ToldFinding, tellFinding } from './told-finding.ts'

/** One result of `nianbao check --json`. */
export type CheckResult = { readonly file: string; readonly format: Format | null; readonly verdict: Verdict } & ReportRecord & {
    readonly findings: readonly ToldFinding[]
  }

/** What outside tools are told of a checked file. `file` is the name as given. */
export const checkResult = (file: string, report: Report, findings: readonly Finding[]): CheckResult => {
  const { edition, title, agency, year, sections, tables } = recordOf(report)
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
  }
}
