import type { Waiver } from '../assessment/waiver.ts'
import type { Agency, Submission } from './submission.ts'

/** What a verdict hangs on, beside the file. */
export type VerdictBasis = {
  readonly ruleSet: string
  /** Of the agency. */
  readonly waivers: readonly Waiver[]
  /** Of `besideOf`. */
  readonly beside: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** What a report is held against, in one word: the names and the kind of its agency, and which report of the year before (its submission). */
export const besideOf = (agency: Agency | undefined, previous: string | undefined): string =>
  JSON.stringify([agency?.name ?? null, agency?.aliases.toSorted() ?? [], agency?.kind ?? null, previous ?? null])

/** Whether the verdict would be the same today. One that is not there yet will be made by what is known then. */
export const wouldBeTheSame = ({ verdict, counts, ruleSet, judgedBeside, since }: Submission, basis: VerdictBasis): boolean => {
  if (verdict === undefined) return true
  if (ruleSet !== basis.ruleSet) return false
  if (judgedBeside !== undefined && judgedBeside !== basis.beside) return false
  const waivedSince = verdict === 'fail' && basis.waivers.some(({ grantedAt }) => grantedAt > since)
  const ranOut = basis.waivers.some(({ expires }) => since.slice(0, 10) <= expires && expires < basis.today)
  return !waivedSince && !(ranOut && (counts?.waived ?? 0) > 0)
}
