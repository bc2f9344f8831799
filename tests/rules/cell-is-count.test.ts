import type { Doubt } from '../../shared/document/document.ts'
import type { Place } from '../../shared/report/report.ts'
import { cellIsCount } from '../../shared/rules/cell-is-count.ts'
import { cellPlace, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const cell = (column: number, text: string | null, row = 4) => ({ table: 3, row, column, text }) as const
const at = (column: number) => cellPlace({ table: 3, row: 4, column })
const fee = (text: string) => soundReport({ cells: [{ table: 2, row: 0, column: 9, text }] })
/** 行政许可 本年增/减 of the trial form. */
const changePlace: Place = { part: '表二 增减', section: 2, cell: { table: 2, row: 0, column: 7 } }
const trialTwo = (text: string, value: number) =>
  withTable(2, { form: '2019', figures: [[{ text, value, remark: null, place: changePlace }]] })
/** The first cell of table 二, of which the reader says that its 3 is not certain. */
const doubted = (doubt: Doubt) =>
  withTable(2, { figures: [[{ text: '3', value: null, remark: null, doubt, place: cellPlace({ table: 2, row: 0, column: 0 }) }]] })
const doubtful = (doubt: Doubt, fault: string, mend: string) => ({
  report: doubted(doubt),
  findings: [{ places: [cellPlace({ table: 2, row: 0, column: 0 })], facts: { cells: '表二 “规章” 本年制发件数', fault, printed: '3' } }],
  says: [`表二 “规章” 本年制发件数${fault}(现为“3”)`],
  mends: [mend],
})
const name = '表三 第5行“1.属于国家秘密” 自然人列'

testRule(cellIsCount, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'a fee with decimals': fee('59237.2449'),
    'a cell that the file lacks, which is for another rule': soundReport({ cells: [cell(0, null)] }),
    'a figure with a remark': soundReport({ cells: [cell(0, '22(其中修订16件)')] }),
    'a change in the trial form, which may be less than nothing': trialTwo('-3', -3),
    'a figure of no cell': withTable(2, { figures: [[{ text: '', value: null, remark: null, place: { part: '表二', section: 2 } }]] }),
    'a table that is a picture': withTable(3, { state: 'picture', figures: [] }),
  },
  rejects: {
    'a blank': {
      report: soundReport({ cells: [cell(0, '')] }),
      findings: [{ places: [at(0)], facts: { cells: name, fault: '没有填写', printed: '' } }],
      says: [`${name}没有填写`],
    },
    'dashes in a row, together': {
      report: soundReport({ cells: [cell(0, '-'), cell(1, '—')] }),
      findings: [{ places: [at(0), at(1)], facts: { cells: `${name}等2格`, fault: '不是数字', printed: '-、—' } }],
      says: [`${name}等2格不是数字(现为“-、—”)`],
    },
    'a letter among the digits, which looks right': {
      report: soundReport({ cells: [cell(0, '1O')] }),
      findings: [{ places: [at(0)], facts: { cells: name, fault: '不是数字', printed: '1O', odd: '“O”是字母' } }],
      says: [`${name}不是数字(现为“1O”,“O”是字母)`],
    },
    'half a request': {
      report: soundReport({ cells: [cell(0, '2.5')] }),
      findings: [{ places: [at(0)], facts: { cells: name, fault: '不是整数', printed: '2.5', actual: 2.5 } }],
      says: [`${name}不是整数(现为“2.5”)`],
    },
    'two halves in a row, together and without a figure of their own': {
      report: soundReport({ cells: [cell(0, '2.5'), cell(1, '2.5')] }),
      findings: [{ places: [at(0), at(1)], facts: { cells: `${name}等2格`, fault: '不是整数', printed: '2.5' } }],
      says: [`${name}等2格不是整数(现为“2.5”)`],
    },
    'half a change in the trial form': {
      report: trialTwo('-2.5', -2.5),
      findings: [
        {
          places: [changePlace],
          facts: { cells: '表二 增减', fault: '不是整数', printed: '-2.5', actual: -2.5 },
        },
      ],
      says: ['表二 增减不是整数(现为“-2.5”)'],
    },
    'less than nothing': {
      report: soundReport({ cells: [cell(0, '-1')] }),
      findings: [{ places: [at(0)], facts: { cells: name, fault: '是负数', printed: '-1', actual: -1 } }],
      says: [`${name}是负数(现为“-1”)`],
    },
    'a figure with something over it': doubtful(
      'covered',
      '被别的文字或图形叠盖,数字无法确认',
      '移去叠在表格上的水印、印章、批注或图形,另存后重新报送',
    ),
    'a formula without a result': doubtful(
      'stale-formula',
      '是公式,文件中没有保存可以确认的计算结果',
      '在表格软件中打开文件,核对数字后保存,重新报送',
    ),
    'a figure shown otherwise than stored': doubtful(
      'shown-otherwise',
      '显示的内容与保存的内容不同,数字无法确认',
      '在这一格直接填写显示的阿拉伯数字,保存后重新报送',
    ),
    'a negative fee': {
      report: fee('-0.5'),
      findings: [
        {
          places: [cellPlace({ table: 2, row: 0, column: 9 })],
          facts: { cells: '表二 “行政事业性收费” 本年收费金额', fault: '是负数', printed: '-0.5', actual: -0.5 },
        },
      ],
      says: ['表二 “行政事业性收费” 本年收费金额是负数(现为“-0.5”)'],
    },
  },
})
