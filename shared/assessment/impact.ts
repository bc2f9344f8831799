import type { Finding } from '../findings/finding.ts'
import { subjectKey } from '../findings/finding-key.ts'
import type { Report } from '../report/report.ts'
import { RULES } from './catalogue.ts'
import { checkReport } from './check-report.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** A report that was judged before, with what was found then; findings that were kept without their places have none. */
export type Judged = { readonly source: string; readonly report: Report; readonly before: readonly Finding[] }

/** A report under the rules at hand: its verdict then and now, and the rules whose errors are new or gone. */
export type Replay = {
  readonly source: string
  readonly from: Verdict
  readonly to: Verdict
  readonly appear: readonly string[]
  readonly vanish: readonly string[]
}

export type RuleImpact = {
  readonly rule: string
  /** Reports that get their first error of this rule, or lose their last. */
  readonly appear: number
  readonly vanish: number
  /** Those of them whose verdict turns. */
  readonly turned: readonly Pick<Replay, 'source' | 'from' | 'to'>[]
}

/** Rules that look beyond the report, where the stored one says nothing: what they found then still stands. */
export const NOT_REPLAYED: readonly string[] = RULES.filter(({ needs }) => needs.length > 0).map(({ id }) => id)

/** Why a stored report cannot be replayed: undefined where it can. Where its title does not tell, it was judged by what the agency had filed it for. */
export const replayHindrance = ({ unreadable, agency, year }: Report): string | undefined =>
  unreadable === null && (agency === null || year === null) ? '标题看不出单位或年度,当时的结论依据报送信息,无法重放' : undefined

/** An error that was waived is waived still. */
const withWaiversOf = (before: readonly Finding[], finding: Finding): Finding => {
  const waived = before.find((each) => each.waiver !== undefined && subjectKey(each) === subjectKey(finding))
  return waived?.waiver === undefined ? finding : { ...finding, waiver: waived.waiver }
}

const rulesWithErrors = (findings: readonly Finding[]): Set<string> =>
  new Set(findings.filter(({ severity, waiver }) => severity === 'error' && waiver === undefined).map(({ rule }) => rule))

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...all].filter((rule) => !others.has(rule))

export const replay = ({ source, report, before }: Judged): Replay => {
  const kept = before.filter(({ rule }) => NOT_REPLAYED.includes(rule))
  const found = checkReport(report, {}).filter(({ rule }) => !NOT_REPLAYED.includes(rule))
  const now = [...found.map((finding) => withWaiversOf(before, finding)), ...kept]
  const [then, after] = [rulesWithErrors(before), rulesWithErrors(now)]
  return { source, from: verdictOf(before), to: verdictOf(now), appear: without(after, then), vanish: without(then, after) }
}

/** What the replays mean for each rule that judges otherwise than before. */
export const impactByRule = (replays: readonly Replay[]): RuleImpact[] => {
  const rules = new Set(replays.flatMap(({ appear, vanish }) => [...appear, ...vanish]))
  return Array.from(rules)
    .toSorted()
    .map((rule) => ({
      rule,
      appear: replays.filter(({ appear }) => appear.includes(rule)).length,
      vanish: replays.filter(({ vanish }) => vanish.includes(rule)).length,
      turned: replays
        .filter(({ from, to, appear, vanish }) => from !== to && [...appear, ...vanish].includes(rule))
        .map(({ source, from, to }) => ({ source, from, to })),
    }))
}
