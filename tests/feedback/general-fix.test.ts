import { describe, expect, it } from 'vitest'
import { generalFix } from '../../shared/feedback/general-fix.ts'
import { RULES } from '../../shared/rules/catalogue.ts'

describe('what a rule tells people to do', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s reads well with nothing filled in', (_, rule) => {
    expect(generalFix(rule)).toMatch(/\p{Script=Han}{4}/u)
    expect(generalFix(rule)).not.toMatch(/undefined|NaN|\[object/)
  })
})
