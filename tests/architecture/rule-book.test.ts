import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ruleBook } from '../../shared/feedback/rule-book.ts'
import { RULES } from '../../shared/rules/catalogue.ts'

it('docs/rules.md says what the rules say; if not: npm run docs', () => {
  expect(readFileSync('docs/rules.md', 'utf8')).toBe(ruleBook(RULES))
})
