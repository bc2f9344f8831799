import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/findings/finding.ts'
import { findingKey, placeKey, subjectKey } from '../../shared/findings/finding-key.ts'

const cell = { table: 3, row: 1, column: 0 } as const
const finding: Finding = {
  rule: 'table3-balance',
  severity: 'error',
  places: [{ part: '表三', section: 3, cell }],
  facts: { b: 2, a: 'x' },
}

/** Explanations and waivers are stored under these keys: they must stay what they are. */
describe('stored keys', () => {
  it('name a place by its cell, else by section and words', () => {
    expect(placeKey({ part: '表三', section: 3, cell })).toBe('3/1/0')
    expect(placeKey({ part: '第2段', section: 5 })).toBe('5:第2段')
    expect(placeKey({ part: '标题', section: null })).toBe('0:标题')
  })

  it('name a finding by its rule, its first place and its values', () => {
    expect(subjectKey(finding)).toBe('table3-balance 3/1/0')
    expect(subjectKey({ ...finding, places: [] })).toBe('table3-balance ')
    expect(findingKey(finding)).toBe('table3-balance 3/1/0 14silwz')
    expect(findingKey({ ...finding, facts: { a: 'x', b: 2 } })).toBe(findingKey(finding))
  })
})
