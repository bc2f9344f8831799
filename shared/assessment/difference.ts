import type { Finding } from '../findings/finding.ts'
import { subjectKey } from '../findings/finding-key.ts'

/** What became of the findings of an upload in the next one. */
export type Difference = {
  /** Of the earlier upload, gone from the later. */
  readonly mended: readonly Finding[]
  /** Of the later upload: not there before, and there before too (maybe with another value). */
  readonly fresh: readonly Finding[]
  readonly remaining: readonly Finding[]
}

/** The difference to an earlier version, and which it is. */
export type Comparison = { readonly version: number; readonly difference: Difference }

/** Takes from `findings` those that `others` match in subject, one for one; the rest come second. */
const matching = (findings: readonly Finding[], others: readonly Finding[]): [matched: Finding[], rest: Finding[]] => {
  const unmatched = others.map(subjectKey)
  const [matched, rest]: [Finding[], Finding[]] = [[], []]
  for (const finding of findings) {
    const at = unmatched.indexOf(subjectKey(finding))
    if (at < 0) rest.push(finding)
    else {
      unmatched.splice(at, 1)
      matched.push(finding)
    }
  }
  return [matched, rest]
}

/** Compares two uploads by rule and place: another value at the same place is still the same finding. */
export const difference = (earlier: readonly Finding[], later: readonly Finding[]): Difference => {
  const [, mended] = matching(earlier, later)
  const [remaining, fresh] = matching(later, earlier)
  return { mended, fresh, remaining }
}
