import type { Finding } from '../findings/finding.ts'
import { placeKey, subjectKey } from '../findings/finding-key.ts'
import { ruleById } from './catalogue.ts'

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

/** Rule and cause. */
const kindOf = (finding: Finding): string => `${finding.rule} ${ruleById(finding.rule).cause(finding)}`

/** A column left blank, half of it filled, is still that. A finding that starts in the text is only at its place. */
const sharesCells = ({ places: [first, ...more] }: Finding, { places: [second, ...others] }: Finding): boolean => {
  if (first?.cell === undefined || second?.cell === undefined) return false
  const cells = new Set([first, ...more].map(placeKey))
  return [second, ...others].some((place) => cells.has(placeKey(place)))
}

/** Takes from `waiting` a partner for each of the findings that are asked for, one for one, among those with the same key. */
const take = (
  asked: readonly Finding[],
  waiting: readonly Finding[],
  keyOf: (finding: Finding) => string,
  belongTogether: (a: Finding, b: Finding) => boolean,
): Map<Finding, Finding> => {
  const byKey = new Map<string, Finding[]>()
  for (const finding of waiting) {
    const others = byKey.get(keyOf(finding))
    if (others === undefined) byKey.set(keyOf(finding), [finding])
    else others.push(finding)
  }
  const pairs = new Map<Finding, Finding>()
  for (const finding of asked) {
    const candidates = byKey.get(keyOf(finding)) ?? []
    const at = candidates.findIndex((each) => belongTogether(finding, each))
    const [match] = at < 0 ? [] : candidates.splice(at, 1)
    if (match !== undefined) pairs.set(finding, match)
  }
  return pairs
}

/** Pairs findings of two uploads, one for one, within a kind: those at the same place first. */
const paired = (earlier: readonly Finding[], later: readonly Finding[]): ReadonlyMap<Finding, Finding> => {
  const same = take(
    earlier,
    later,
    (finding) => `${kindOf(finding)} ${subjectKey(finding)}`,
    () => true,
  )
  const found = new Set(same.values())
  const left = earlier.filter((finding) => !same.has(finding))
  const free = later.filter((finding) => !found.has(finding))
  return new Map([...same, ...take(left, free, kindOf, sharesCells)])
}

/** Compares two uploads by rule, place and cause: another value at the same place is still the same finding. */
export const difference = (earlier: readonly Finding[], later: readonly Finding[]): Difference => {
  const pairs = paired(earlier, later)
  const found = new Set(pairs.values())
  return {
    mended: earlier.filter((finding) => !pairs.has(finding)),
    fresh: later.filter((finding) => !found.has(finding)),
    remaining: later.filter((finding) => found.has(finding)),
  }
}
