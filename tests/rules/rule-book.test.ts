import { describe, expect, it } from 'vitest'
import type { Severity } from '../../shared/findings/finding.ts'
import type { Need } from '../../shared/rule-kit/context.ts'
import { RULES } from '../../shared/rules/catalogue.ts'

/** By what follows from it, the first reporting year, and what it needs beyond the report: agreed, and not to be changed by chance. */
const AGREED: Readonly<Record<string, readonly [Severity, number, ...Need[]]>> = {
  'file-readable': ['error', 2019],
  'readable-tables': ['error', 2019],
  'report-is-the-one-expected': ['error', 2019, 'submission'],
  'title-names-agency-and-year': ['error', 2019],
  'sections-complete': ['error', 2019],
  'sections-in-order': ['error', 2019],
  'section-titles-official': ['warning', 2019],
  'tables-complete': ['error', 2019],
  'table-rows-complete': ['error', 2019],
  'form-edition': ['error', 2021],
  'form-labels-official': ['warning', 2019],
  'cell-is-count': ['error', 2019],
  'cell-without-remark': ['warning', 2019],
  'table3-row-total': ['error', 2019],
  'table3-disposition-total': ['error', 2019],
  'table3-balance': ['error', 2019],
  'table4-total': ['error', 2019],
  'carried-over-matches-previous': ['error', 2019, 'previous-report'],
  'in-force-rolls-forward': ['warning', 2021, 'previous-report'],
  'spike-against-previous': ['warning', 2019, 'previous-report'],
  'rollup-matches-subordinates': ['warning', 2019, 'subordinate-reports'],
  'text-copied-from-previous': ['warning', 2019, 'previous-report'],
  'text-copied-from-another': ['warning', 2019, 'other-reports'],
  'text-figures-match-tables': ['error', 2019],
  'year-consistent': ['error', 2019],
  'processing-fee-stated': ['warning', 2020],
  'five-aspects-covered': ['warning', 2019],
  'problems-and-improvements': ['warning', 2019],
  'no-placeholders': ['error', 2019],
  'no-personal-data': ['error', 2019],
  'no-classified-marks': ['error', 2019],
  'rule-making-power': ['warning', 2019, 'agency-kind'],
  'in-force-covers-issued': ['warning', 2021],
  'superseded-form-cited': ['warning', 2021],
  'fee-unit': ['warning', 2021],
  'submitted-on-time': ['notice', 2019, 'receipt-time'],
}

describe('the rule book', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s has the severity, the years and the needs agreed on', (id, rule) => {
    const [severity, from, ...needs] = AGREED[id] ?? []
    expect([rule.severity, rule.years, rule.needs]).toEqual([severity, { from }, needs])
  })

  it('has every rule that was agreed on', () => {
    expect(RULES.map(({ id }) => id).toSorted()).toEqual(Object.keys(AGREED).toSorted())
  })
})
