import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { RULES } from '../../shared/assessment/catalogue.ts'
import { ruleBook } from '../../shared/feedback/rule-book.ts'

it('docs/rules.md says what the rules say; if not: npm run docs', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(ruleBook(RULES))
})
