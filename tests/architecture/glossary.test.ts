import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../shared/assessment/catalogue.ts'
import { FINDING_GROUPS, SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'
import { AGENCY_KIND_WORDS } from '../../shared/form/agency-kind.ts'
import { TABLE_FOUR_GROUPS } from '../../shared/form/table-four.ts'
import { TABLE_THREE_ROWS, THREE } from '../../shared/form/table-three.ts'
import { TABLE_TWO, TWO } from '../../shared/form/table-two.ts'
import { FAMILIES } from '../../shared/rule-kit/rule.ts'
import { BOARD_WORDS } from '../../shared/submission/board-state.ts'
import { STATUSES, wordsOf } from '../../shared/submission/lifecycle.ts'
import { ROLE_WORDS } from '../../shared/submission/permissions.ts'

const glossary = readFileSync('docs/glossary.md', 'utf8')
const rows = glossary.split('\n').filter((line) => line.startsWith('| '))
const rowOf = (word: string): string => rows.filter((row) => row.startsWith(`| \`${word}\` |`)).join('\n')

/** The words of the code that a row begins with, and what has to stand beside them. */
const TERMS: Record<string, [word: string, chinese: string][]> = {
  status: STATUSES.map((status) => [status, wordsOf(status).label]),
  role: Object.entries(ROLE_WORDS),
  'state on the board': Object.entries(BOARD_WORDS).map(([state, { label }]) => [state, label]),
  severity: FINDING_GROUPS.map((group) => [group, SEVERITY_WORDS[group].demand]),
  'kind of agency': Object.entries(AGENCY_KIND_WORDS),
  'figure of table 二': Object.entries(TWO).map(([word, column]) => {
    const item = TABLE_TWO['2021'].findLast(({ first }) => first <= column)
    return [word, `${item?.label} ${item?.figures[column - item.first]?.label}`]
  }),
  'row of table 三': Object.entries(THREE).map(([word, row]) => [word, TABLE_THREE_ROWS[row]?.label.split('、行政机关')[0] ?? 'no row']),
}

describe.each(Object.entries(TERMS))('the glossary has every %s', (_, terms) => {
  it.each(terms)('%s: %s', (word, chinese) => expect(rowOf(word)).toContain(chinese))
})

it.each(TABLE_FOUR_GROUPS.map((group) => [group]))('the glossary has the group of table 四 %s', (group) =>
  expect(rows.filter((row) => row.includes(`| ${group} |`))).toHaveLength(1),
)

it.each(Object.entries(FAMILIES))('the glossary has the family of rules %s: %s', (family, chinese) => {
  expect(rows.filter((row) => row.startsWith(`| ${family} |`))).toEqual([`| ${family} | ${chinese} |`])
  expect(RULES.filter((rule) => rule.family === family)).not.toEqual([])
})
