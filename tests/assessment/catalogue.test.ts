import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES, ruleById } from '../../shared/assessment/catalogue.ts'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { soundReport } from '../reports/sound-report.ts'

const files = readdirSync('shared/rules').map((name) => name.replace(/\.ts$/, ''))
const tests = readdirSync('tests/rules')

describe('the catalogue', () => {
  it('lists every rule file once; nothing else lies beside the rules', () => {
    expect(RULES.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
  })

  it('has a test of every rule, of the same name', () => {
    for (const { id } of RULES) expect(tests).toContain(`${id}.test.ts`)
  })

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says all that the rule book needs', (_, { title, basis, advice }) => {
    for (const words of [title, basis, advice]) expect(words).toMatch(/\p{Script=Han}{4}/u)
  })

  it('gives a rule by its id, and throws on another', () => {
    expect(ruleById('table4-total').id).toBe('table4-total')
    expect(() => ruleById('no-such-rule')).toThrow(new RangeError('no rule no-such-rule'))
  })

  it('finds nothing in a sound report', () => {
    expect(checkReport(soundReport(), { submission: { agencyNames: ['示例市示例局'], year: 2024 } })).toEqual([])
  })

  it('puts errors before warnings', () => {
    const report = soundReport({
      sections: [],
      title: { text: '示例市示例局2024年度信息公开报告', place: { part: '标题', section: null } },
    })
    expect(checkReport(report, {}).map(({ severity }) => severity)).toEqual([...Array<string>(6).fill('error'), 'warning'])
  })
})
