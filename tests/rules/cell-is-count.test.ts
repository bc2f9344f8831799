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
const column = (each: number, text: string) => Array.from({ length: 25 }, (_, row) => cell(each, text, row))
const row = (table: 2 | 4, length: number, text: string) => Array.from({ length }, (_, each) => ({ table, row: 0, column: each, text }))
/** Row by row, as the form has them. */
const inColumns = (...columns: number[]) =>
  Array.from({ length: 25 }, (_, each) => columns.map((one) => cellPlace({ table: 3, row: each, column: one }))).flat()
const secondRow = cellPlace({ table: 3, row: 1, column: 1 }).part
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
    'a column left blank, as one': {
      report: soundReport({ cells: column(1, '') }),
      findings: [{ places: inColumns(1), facts: { cells: '表三 商业企业列全部25格', fault: '没有填写', printed: '' } }],
      says: ['表三 商业企业列全部25格没有填写'],
    },
    'a column of dashes but for one cell, as one': {
      report: soundReport({ cells: column(1, '-').slice(1) }),
      findings: [
        {
          places: inColumns(1).slice(1),
          facts: { cells: `${secondRow}等24格(分布在24行)`, fault: '不是数字', printed: '-' },
        },
      ],
      says: [`${secondRow}等24格(分布在24行)不是数字(现为“-”)`],
    },
    'two columns left blank, as one, and a blank beside them': {
      report: soundReport({ cells: [...column(1, ''), ...column(2, ''), cell(4, '')] }),
      findings: [
        { places: inColumns(1, 2), facts: { cells: '表三 商业企业列、科研机构列全部2列50格', fault: '没有填写', printed: '' } },
        { places: [at(4)], facts: { cells: name.replace('自然人', '法律服务机构'), fault: '没有填写', printed: '' } },
      ],
      says: ['表三 商业企业列、科研机构列全部2列50格没有填写', `${name.replace('自然人', '法律服务机构')}没有填写`],
    },
    'four columns left blank: three are named': {
      report: soundReport({ cells: [1, 2, 3, 4].flatMap((each) => column(each, '')) }),
      findings: [
        {
          places: inColumns(1, 2, 3, 4),
          facts: { cells: '表三 商业企业列、科研机构列、社会公益组织列等全部4列100格', fault: '没有填写', printed: '' },
        },
      ],
      says: ['表三 商业企业列、科研机构列、社会公益组织列等全部4列100格没有填写'],
    },
    'tables left blank, each as one': {
      report: soundReport({
        cells: [...[0, 1, 2, 3, 4, 5, 6].flatMap((each) => column(each, '')), ...row(4, 15, '')],
      }),
      findings: [
        { places: inColumns(0, 1, 2, 3, 4, 5, 6), facts: { cells: '表三全部175格', fault: '没有填写', printed: '' } },
        {
          places: Array.from({ length: 15 }, (_, each) => cellPlace({ table: 4, row: 0, column: each })),
          facts: { cells: '表四全部15格', fault: '没有填写', printed: '' },
        },
      ],
      says: ['表三全部175格没有填写', '表四全部15格没有填写'],
    },
    'blanks in three rows, row by row': {
      report: soundReport({ cells: [4, 5, 6].map((each) => cell(0, '', each)) }),
      findings: [4, 5, 6].map((each) => ({
        places: [cellPlace({ table: 3, row: each, column: 0 })],
        facts: { cells: cellPlace({ table: 3, row: each, column: 0 }).part, fault: '没有填写', printed: '' },
      })),
      says: [4, 5, 6].map((each) => `${cellPlace({ table: 3, row: each, column: 0 }).part}没有填写`),
    },
    'blanks in four rows, as one': {
      report: soundReport({ cells: [4, 5, 6, 7].map((each) => cell(0, '', each)) }),
      findings: [
        {
          places: [4, 5, 6, 7].map((each) => cellPlace({ table: 3, row: each, column: 0 })),
          facts: { cells: `${name}等4格(分布在4行)`, fault: '没有填写', printed: '' },
        },
      ],
      says: [`${name}等4格(分布在4行)没有填写`],
    },
    'many words and long ones, of which the first are shown': {
      report: soundReport({ cells: ['无', '未有', '没有', '暂无', '空缺', '略'].map((text, each) => cell(each, text)) }),
      findings: [
        {
          places: [0, 1, 2, 3, 4, 5].map(at),
          facts: { cells: `${name}等6格`, fault: '不是数字', printed: '无、未有、没有、暂无、空缺等' },
        },
      ],
      says: [`${name}等6格不是数字(现为“无、未有、没有、暂无、空缺等”)`],
    },
    'a long text, cut': {
      report: soundReport({ cells: [cell(0, '本年度没有收到任何政府信息公开申请,特此说明如下')] }),
      findings: [{ places: [at(0)], facts: { cells: name, fault: '不是数字', printed: '本年度没有收到任何政府信息公开申请,特此…' } }],
      says: [`${name}不是数字(现为“本年度没有收到任何政府信息公开申请,特此…”)`],
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
