import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES, ruleById } from '../../shared/rules/catalogue.ts'
import { checkReport } from '../../shared/rules/check-report.ts'
import { soundReport } from '../reports/sound-report.ts'

/** Files of the folder that hold no rule. */
const OTHERS = ['agency-kind', 'broken-sums', 'catalogue', 'check-report', 'copied-sections', 'last-years-report', 'passages', 'rule']
const files = readdirSync('shared/rules').flatMap((name) => (name.endsWith('.ts') ? [name.replace(/\.ts$/, '')] : []))
const tests = readdirSync('tests/rules')

describe('the catalogue', () => {
  it('lists every rule file once, and no other', () => {
    expect(RULES.map(({ id }) => id).toSorted()).toEqual(files.filter((name) => !OTHERS.includes(name)).toSorted())
  })

  it('has a test of every rule, of the same name', () => {
    for (const { id } of RULES) expect(tests).toContain(`${id}.test.ts`)
  })

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says all that the rule book needs', (_, { title, basis, example }) => {
    for (const words of [title, basis, example]) expect(words).toMatch(/\p{Script=Han}{4}/u)
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
