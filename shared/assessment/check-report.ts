import type { Finding } from '../findings/finding.ts'
import type { Report } from '../report/report.ts'
import { type Context, isAtHand } from '../rule-kit/context.ts'
import type { Rule } from '../rule-kit/rule.ts'
import { RULES } from './catalogue.ts'

const applies = (rule: Rule, report: Report, context: Context): boolean => {
  const year = report.year ?? context.submission?.year
  const inForce = year == null || (rule.years.from <= year && year <= (rule.years.to ?? Number.POSITIVE_INFINITY))
  return inForce && rule.needs.every((need) => isAtHand(need, report, context))
}

/** Runs every rule that applies; findings come in the order of the catalogue, errors first. Of an unreadable file only `file-readable` speaks. */
export const checkReport = (report: Report, context: Context): Finding[] => {
  const rules = report.unreadable === null ? RULES : RULES.filter(({ id }) => id === 'file-readable')
  const findings = rules.filter((rule) => applies(rule, report, context)).flatMap((rule) => rule.check(report, context))
  const rank = { error: 0, warning: 1, notice: 2 }
  return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity])
}
