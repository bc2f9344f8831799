import type { Finding } from '../findings/finding.ts'
import type { Report } from '../report/report.ts'
import { agencyKindOf } from './agency-kind.ts'
import { RULES } from './catalogue.ts'
import type { Context, Need, Rule } from './rule.ts'

const AT_HAND: Record<Need, (context: Context, report: Report) => boolean> = {
  submission: ({ submission }) => submission !== undefined,
  'previous-report': ({ previousReport }) => previousReport !== undefined,
  'agency-kind': (context, report) => agencyKindOf(report, context) !== undefined,
  'receipt-time': ({ receivedAt }) => receivedAt !== undefined,
  'subordinate-reports': ({ subordinateReports }) => subordinateReports !== undefined,
  'other-reports': ({ otherReports }) => otherReports !== undefined,
}

const applies = (rule: Rule, report: Report, context: Context): boolean => {
  const year = report.year ?? context.submission?.year
  const inForce = year == null || (rule.years.from <= year && year <= (rule.years.to ?? Number.POSITIVE_INFINITY))
  return inForce && rule.needs.every((need) => AT_HAND[need](context, report))
}

/** Runs every rule that applies; findings come in the order of the catalogue, errors first. Of an unreadable file only `file-readable` speaks. */
export const checkReport = (report: Report, context: Context): Finding[] => {
  const rules = report.unreadable === null ? RULES : RULES.filter(({ id }) => id === 'file-readable')
  const findings = rules.filter((rule) => applies(rule, report, context)).flatMap((rule) => rule.check(report, context))
  const rank = { error: 0, warning: 1, notice: 2 }
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}
