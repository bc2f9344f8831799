import { type Edition, TABLE_NAMES } from '../form/edition.ts'
import { compact, lettersOnly } from '../report/normalise.ts'
import type { PrintedLabel } from '../report/report.ts'
import { withTable } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** The form of 2021 has 行政规范性文件, where the reader also takes the label of 2019. */
const officialIn = (form: Edition, official: string): string => (form === '2021' && official === '规范性文件' ? '行政规范性文件' : official)

const NUMBER_IN_FRONT = /^(?:\([一二三四五六七]\)|[一二三四][、.,]|\d[、.,])/
const withoutNumber = (label: string): string => lettersOnly(compact(label).replace(NUMBER_IN_FRONT, ''))

/** Whether the words are the same: width, spaces and punctuation do not count, and a number may be lost with a list's numbering. */
const sameWords = (printed: string, official: string): boolean =>
  lettersOnly(printed) === lettersOnly(official) || lettersOnly(printed) === withoutNumber(official)

const officialLabel = ({ official, printed }: PrintedLabel, form: Edition): string | undefined => {
  const wanted = officialIn(form, official)
  return sameWords(printed, wanted) || (form === '2019' && sameWords(printed, '行政规范性文件')) ? undefined : wanted
}

/** Labels of the rows of tables 二 and 三 are those of the form, word for word. */
export const formLabelsOfficial = defineRule({
  id: 'form-labels-official',
  family: 'the form',
  severity: 'warning',
  title: '表格各行名称与格式一致',
  basis: '国办公开办函〔2021〕30号:格式规定表格各行的名称',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => {
    const label = { official: '2.其他法律行政法规禁止公开', printed: '2.其他法律行政止公开', place: report.tables[3].place }
    return { report: withTable(report, 3, { labels: [label] }) }
  },
  advice: '表格各行的名称按格式逐字填写',
  *check({ tables }) {
    for (const number of [2, 3] as const)
      for (const label of tables[number].labels) {
        const official = officialLabel(label, tables[number].form)
        if (official !== undefined) yield { places: [label.place], facts: { table: TABLE_NAMES[number], printed: label.printed, official } }
      }
  },
  message: ({ table, printed, official }) => `${table}的“${printed}”与规定的“${official}”不一致`,
  fix: ({ official }) => `把这一行的名称改为“${official}”`,
})
