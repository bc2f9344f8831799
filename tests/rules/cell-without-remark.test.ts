import type { Figure } from '../../shared/report/report.ts'
import { cellWithoutRemark } from '../../shared/rules/cell-without-remark.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const printed = (text: string | null) => soundReport({ cells: [{ table: 2, row: 0, column: 3, text }] })
const place = cellPlace({ table: 2, row: 0, column: 3 })
const holding = (change: Partial<Figure>) => withTable(2, { figures: [[{ value: 3, text: '3件', remark: '件', place, ...change }]] })
const rejected = (text: string, actual: number) => ({
  report: printed(text),
  findings: [
    {
      places: [cellPlace({ table: 2, row: 0, column: 3 })],
      facts: { cell: '表二 “行政规范性文件” 本年制发件数', printed: text, actual },
    },
  ],
  says: [`表二 “行政规范性文件” 本年制发件数填的是“${text}”,按${actual}读取;数字旁不应有别的文字`],
})

testRule(cellWithoutRemark, {
  agreed: ['warning', 2019],
  accepts: {
    'a sound report': soundReport(),
    'separators between thousands': printed('1,234'),
    'a word and no figure, which is for another rule': printed('无'),
    'a cell that the file lacks': printed(null),
    'a remark beside no figure': holding({ value: null }),
    'a remark of no text': holding({ text: null }),
    'a figure of no cell': holding({ place: { part: '表二', section: 2 } }),
  },
  rejects: { 'a remark in brackets': rejected('22(其中修订16件)', 22), 'a unit': rejected('3件', 3) },
})
