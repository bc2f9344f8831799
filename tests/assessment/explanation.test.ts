import { expect, it } from 'vitest'
import { explanationOf, unexplained } from '../../shared/assessment/explanation.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { findingKey } from '../../shared/findings/finding-key.ts'

const warning: Finding = {
  rule: 'fee-unit',
  severity: 'warning',
  places: [{ part: '表二', section: 2, cell: { table: 2, row: 0, column: 9 } }],
  facts: { actual: 96171 },
}
const explanation = { key: findingKey(warning), text: '确为万元', by: 'zhang-san', at: '2025-01-15T08:00:00.000Z' }

it('holds for the same value at the same place in every later upload, and for no other', () => {
  const later: Finding = { ...warning, places: [{ part: '表二', section: 2, cell: { table: 2, row: 0, column: 9 }, source: { page: 3 } }] }
  expect(explanationOf(later, [explanation])).toEqual(explanation)
  for (const changed of [
    { ...warning, facts: { actual: 5 } },
    { ...warning, rule: 'other' },
    { ...warning, places: [] },
  ])
    expect(explanationOf(changed, [explanation])).toBeUndefined()
})

it('is asked for of warnings alone', () => {
  const error: Finding = { ...warning, severity: 'error' }
  const other: Finding = { ...warning, facts: { actual: 7 } }
  expect(unexplained([warning, error, other], [explanation])).toEqual([other])
  expect(unexplained([error, { ...warning, severity: 'notice' }], [])).toEqual([])
})
