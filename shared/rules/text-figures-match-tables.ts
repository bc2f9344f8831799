import type { CellRef } from '../form/edition.ts'
import { type Figure, figureAt, type Report } from '../report/report.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { sentencesOf } from '../rule-kit/passages.ts'
import type { Reading } from '../rule-kit/quoting/quoted-quantities.ts'
import { quotesIn } from '../rule-kit/quoting/quotes.ts'
import { defineRule } from '../rule-kit/rule.ts'

const figuresOf = (report: Report, cells: readonly CellRef[]): Figure[] =>
  cells.flatMap((cell) => figureAt(report, cell) ?? []).filter(({ text }) => text !== null || report.tables[3].form !== '2019')

/** NaN where a cell is blank or a table is not read. */
const sumOf = (report: Report, { plus, minus }: Reading): number => {
  const sum = (cells: readonly CellRef[]): number => figuresOf(report, cells).reduce((total, { value }) => total + (value ?? Number.NaN), 0)
  return plus.every(({ table }) => report.tables[table].state === 'read') ? sum(plus) - sum(minus) : Number.NaN
}

/** Counts that the text quotes are those of tables 三 and 四. Where it is not sure what a count is of, nothing is said. */
export const textFiguresMatchTables = defineRule({
  id: 'text-figures-match-tables',
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
      for (const { text, place } of paragraphs)
        for (const { quantity, value, printed, scope } of sentencesOf(text).flatMap((each) => quotesIn(each, number > 1, report))) {
          const sums = quantity.readings.map((reading) => sumOf(report, reading))
          const [[plain], [expected]] = [quantity.readings, sums]
          if (plain === undefined || expected === undefined || Number.isNaN(expected) || sums.includes(value)) continue
          yield {
            places: [place, ...figuresOf(report, plain.plus).map((figure) => figure.place)],
            facts: { name: quantity.name, printed, expected, actual: value },
            severity: quantity.noneIsError && value === 0 && scope === 'whole' ? 'error' : 'warning',
          }
        }
  },
  message: ({ name, printed, expected, actual }) => `正文写“${printed}”(${actual}件),表格中${name}是${expected}件`,
  fix: ({ name }) => `核对${name}的件数,使正文与表格一致`,
})
