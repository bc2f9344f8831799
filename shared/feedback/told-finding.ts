import { ruleById } from '../assessment/catalogue.ts'
import type { Finding, Severity } from '../findings/finding.ts'
import type { CellRef } from '../form/edition.ts'
import type { SectionNumber } from '../form/sections.ts'
import { repairAdvice, type ToldRepair } from './repair-words.ts'
import { sourceWords } from './source-words.ts'

/** A finding as a person or an outside tool is told it; the fields up to `actual` are those of the JSON of `nianbao check`. */
export type ToldFinding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly fix: string
  readonly basis: string
  readonly cells: readonly CellRef[]
  readonly section: SectionNumber | null
  readonly expected: number | null
  readonly actual: number | null
  /** Where to look: words for the place in the form and, where known, in the file. The first place only. */
  readonly where: string
  /** Set where the disclosure office let the error stand; `nianbao check` knows of none. */
  readonly waiver?: NonNullable<Finding['waiver']>
}

const numberOrNull = (fact: string | number | undefined): number | null => (typeof fact === 'number' ? fact : null)

/** Makes the sentences of a finding from its facts, by the words of its rule; where a hint explains it, what to do is what the hint says. */
export const tellFinding = (finding: Finding, repairs: readonly ToldRepair[] = []): ToldFinding => {
  const rule = ruleById(finding.rule)
  const [first] = finding.places
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: rule.message(finding),
    fix: repairAdvice(finding, repairs) ?? rule.fix(finding),
    basis: rule.basis,
    cells: finding.places.flatMap(({ cell }) => (cell === undefined ? [] : [cell])),
    section: first?.section ?? null,
    expected: numberOrNull(finding.facts.expected),
    actual: numberOrNull(finding.facts.actual),
    where:
      first === undefined ? '' : [first.part, first.source === undefined ? '' : sourceWords(first.source)].filter(Boolean).join(',文件中:'),
    ...(finding.waiver && { waiver: finding.waiver }),
  }
}
