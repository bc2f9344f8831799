import type { Figure } from '../../shared/report/report.ts'
import { cellWithoutRemark } from '../../shared/rules/cell-without-remark.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const printed = (text: string | null) => soundReport({ cells: [{ table: 2, row: 0, column: 3, text }] })
const place = cellPlace({ table: 2, row: 0, column: 3 })
const holding = (change: Partial<Figure>) => withTable(2, { figures: [[{ value: 3, text: '3件', remark: '件', place, ...change }]] })
const three = (row: number, column: number, text: string) => ({ table: 3, row, column, text }) as const
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
  rejects: {
    'a remark in brackets': rejected('22(其中修订16件)', 22),
    'a unit': rejected('3件', 3),
    'a unit in two cells of a row, each by itself': {
      report: soundReport({ cells: [three(2, 0, '9件'), three(2, 6, '9件')] }),
      findings: [0, 6].map((column) => {
        const at = cellPlace({ table: 3, row: 2, column })
        return { places: [at], facts: { cell: at.part, printed: '9件', actual: 9 } }
      }),
      says: ['自然人', '总计'].map((column) => `表三 第3行“(一)予以公开” ${column}列填的是“9件”,按9读取;数字旁不应有别的文字`),
      mends: ['这一格只填“9”,需要说明的写入正文', '这一格只填“9”,需要说明的写入正文'],
    },
    'a unit throughout a column, as one': {
      report: soundReport({ cells: Array.from({ length: 25 }, (_, row) => three(row, 1, '0件')) }),
      findings: [
        {
          places: Array.from({ length: 25 }, (_, row) => cellPlace({ table: 3, row, column: 1 })),
          facts: { cells: '表三 商业企业列全部25格', remark: '件' },
        },
      ],
      says: ['表三 商业企业列全部25格都在数字旁写了“件”,按数字读取;数字旁不应有别的文字'],
      mends: ['数据格只填数字,需要说明的写入正文'],
    },
  },
})
