import type { CellRef } from '../form/edition.ts'
import { type Figure, figureAt, type Place, type Report } from '../report/report.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { sentencesOf } from '../rule-kit/passages.ts'
import { partsOverWhole } from '../rule-kit/quoting/parts-of-whole.ts'
import type { Reading } from '../rule-kit/quoting/quoted-quantities.ts'
import { type Quote, quotesOf } from '../rule-kit/quoting/quotes.ts'
import { defineRule } from '../rule-kit/rule.ts'

const figuresOf = (report: Report, cells: readonly CellRef[]): Figure[] =>
  cells.flatMap((cell) => figureAt(report, cell) ?? []).filter(({ text }) => text !== null || report.tables[3].form !== '2019')

/** NaN where a cell is blank or a table is not read. */
const sumOf = (report: Report, { plus, minus }: Reading): number => {
  const sum = (cells: readonly CellRef[]): number => figuresOf(report, cells).reduce((total, { value }) => total + (value ?? Number.NaN), 0)
  return plus.every(({ table }) => report.tables[table].state === 'read') ? sum(plus) - sum(minus) : Number.NaN
}

type QuoteFacts = {
  readonly name: string
  readonly printed: string
  readonly expected: number
  readonly actual: number
  /** What the count is a part of, where it is more than that. */
  readonly whole?: string
}

/** What a quote has otherwise than the tables. */
const differing = (report: Report, { quantity, value, printed, scope }: Quote, place: Place) => {
  const sums = quantity.readings.map((reading) => sumOf(report, reading))
  const [[plain], [expected]] = [quantity.readings, sums]
  if (plain === undefined || expected === undefined || !Number.isInteger(expected) || sums.includes(value)) return []
  const places = [place, ...figuresOf(report, plain.plus).map((figure) => figure.place)]
  const denied = quantity.noneIsError && value === 0 && scope === 'whole'
  return [{ places, facts: { name: quantity.name, printed, expected, actual: value }, severity: denied ? 'error' : 'warning' } as const]
}

/** Counts that the text quotes are those of tables 三 and 四. Where it is not sure what a count is of, nothing is said. */
export const textFiguresMatchTables = defineRule<QuoteFacts>({
  id: 'text-figures-match-tables',
  family: 'text beside tables',
  severity: 'error',
  severityNote: '正文写没有收到申请而表三有的必须改正;其他数字不一致请核对',
  title: '正文数字与表格一致',
  basis: '国办公开办函〔2021〕30号:年度报告数据应当准确;正文与表格的同一数据应当一致',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, '本年度未收到政府信息公开申请。') }),
  advice: '核对件数,使正文与表格一致',
  *check(report) {
    for (const { number, paragraphs } of report.sections.filter((section) => [1, 3, 4].includes(section.number)))
      for (const { text, place } of paragraphs) {
        const sentences = sentencesOf(text)
        const over = sentences.flatMap(partsOverWhole)
        yield* over.map(({ part, whole }) => ({
          places: [place],
          facts: { name: `“${whole.printed}”`, whole: whole.printed, printed: part.printed, expected: whole.value, actual: part.value },
          severity: 'warning' as const,
        }))
        const quotes = quotesOf(sentences, number > 1, report)
        yield* quotes
          .filter(({ printed }) => !over.some(({ part }) => part.printed === printed))
          .flatMap((quote) => differing(report, quote, place))
      }
  },
  cause: ({ name, whole }) => (whole === undefined ? name : 'part'),
  message: ({ name, printed, expected, actual, whole }) =>
    whole !== undefined ? `正文写“${printed}”,比它所属的“${whole}”还多` : `正文写“${printed}”(${actual}件),表格中${name}是${expected}件`,
  fix: ({ name }) => `核对${name}的件数,使正文与表格一致`,
})
