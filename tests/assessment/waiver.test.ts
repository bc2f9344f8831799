import { describe, expect, it } from 'vitest'
import { countBySeverity, verdictOf } from '../../shared/assessment/verdict.ts'
import { type Waiver, withWaivers } from '../../shared/assessment/waiver.ts'
import type { Finding } from '../../shared/findings/finding.ts'

const error: Finding = {
  rule: 'table3-balance',
  severity: 'error',
  places: [{ part: '表三 第1行', section: 3, cell: { table: 3, row: 0, column: 0 } }],
  facts: { column: '自然人', expected: 2, actual: 1 },
}
const waiver: Waiver = {
  agencyId: 'minzheng',
  rule: 'table3-balance',
  place: '3/0/0',
  reason: '机构合并,上年数据无法核对',
  expires: '2025-03-31',
  grantedBy: 'li-si',
  grantedAt: '2025-01-15T08:00:00.000Z',
}
const marked = (finding: Finding, waivers: Waiver[], day = '2025-03-31') => withWaivers([finding], waivers, day)[0]

describe('a waiver', () => {
  it('marks the error of its rule and place, with reason and last day, whatever its value', () => {
    const { reason, expires } = waiver
    expect(marked(error, [waiver])).toEqual({ ...error, waiver: { reason, expires } })
    expect(marked({ ...error, facts: { column: '自然人', expected: 9, actual: 1 } }, [waiver])).toHaveProperty('waiver')
  })

  it('holds through its last day, and no longer', () => {
    expect(marked(error, [waiver], '2025-04-01')).toEqual(error)
    expect(marked(error, [waiver, { ...waiver, expires: '2025-12-31' }], '2025-04-01')).toMatchObject({ waiver: { expires: '2025-12-31' } })
  })

  it('covers no other rule or place, no warning, and nothing without a place', () => {
    const warning: Finding = { ...error, severity: 'warning' }
    for (const finding of [{ ...error, rule: 'table3-row-total' }, { ...error, places: [{ part: '表三', section: 3 as const }] }, warning])
      expect(marked(finding, [waiver])).toEqual(finding)
    expect(marked({ ...error, places: [] }, [{ ...waiver, place: '' }])).not.toHaveProperty('waiver')
  })

  it('takes the error out of verdict and counts, but not out of the list', () => {
    const findings = withWaivers([error], [waiver], '2025-02-01')
    expect([verdictOf([error]), verdictOf(findings)]).toEqual(['fail', 'pass'])
    expect(countBySeverity(findings)).toEqual({ error: 0, warning: 0, notice: 0, waived: 1 })
    expect(countBySeverity([error])).toEqual({ error: 1, warning: 0, notice: 0 })
    expect(verdictOf([...findings, error])).toBe('fail')
  })
})
