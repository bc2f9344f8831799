import { describe, expect, it } from 'vitest'
import { RULES } from '../../shared/assessment/catalogue.ts'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { ruleBook, ruleEntry } from '../../shared/feedback/rule-book.ts'
import { SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'
import { isAtHand } from '../../shared/rule-kit/context.ts'
import { SOUND } from '../../shared/rule-kit/sound-report.ts'

const EVERY_RULE = RULES.map((rule) => [rule.id, rule] as const)

describe('the example of a rule', () => {
  it('is made of a case that breaks none', () => {
    expect(checkReport(SOUND.report, SOUND.context)).toEqual([])
  })

  it.each(EVERY_RULE)('%s: breaks it at its highest severity, with all at hand that it needs', (id, rule) => {
    const { report, context } = { ...SOUND, ...rule.example(SOUND) }
    for (const need of rule.needs) expect(isAtHand(need, report, context), need).toBe(true)
    const found = checkReport(report, context).filter((finding) => finding.rule === id)
    expect(found[0]?.severity).toBe(rule.severity)
    expect(found).toEqual(rule.check(report, context))
  })
})

describe('the rule book', () => {
  it.each(EVERY_RULE)('tells of %s what it says of its example, and what to do', (_, rule) => {
    const { report, context } = { ...SOUND, ...rule.example(SOUND) }
    const [first] = rule.check(report, context).map(rule.message)
    const { example, fix } = ruleEntry(rule)
    expect([example, fix]).toEqual([first, rule.advice])
    for (const words of [example, fix]) {
      expect(words).toMatch(/\p{Script=Han}{4}/u)
      expect(words).not.toMatch(/undefined|NaN|\[object|^…|“…”/)
    }
  })

  it('uses the one word for each severity, also where a rule has two', () => {
    const { error, warning, notice } = SEVERITY_WORDS
    const levels = ruleBook(RULES).match(/^- 要求:[^;(\n]*/gm) ?? []
    expect(new Set(levels)).toEqual(new Set([error, warning, notice].map(({ demand }) => `- 要求:${demand}`)))
    for (const { severityNote = error.demand } of RULES) {
      expect(severityNote).not.toMatch(/错误|提醒|提示$|建议/)
      expect([error, warning, notice].some(({ demand }) => severityNote.includes(demand))).toBe(true)
    }
  })
})
