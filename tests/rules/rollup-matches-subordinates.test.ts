import { type NamedRecord, recordOf } from '../../shared/report/record.ts'
import type { CellChange } from '../../shared/rule-kit/changed-report.ts'
import { rollupMatchesSubordinates } from '../../shared/rules/rollup-matches-subordinates.ts'
import { cellPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const three = (row: number, column: number, text: string | null): CellChange => ({ table: 3, row, column, text })
const at = (table: 2 | 3 | 4, row: number, column: number) => cellPlace({ table, row, column })
const named = (name: string, ...cells: CellChange[]): NamedRecord => ({ name, record: recordOf(soundReport({ cells })) })

/** A subordinate whose figures are all zero, with the changes asked for: beside a sound one it adds nothing. */
const idle = (name: string, ...cells: CellChange[]): NamedRecord => {
  const zeros = ([2, 3, 4] as const).flatMap((table) =>
    Array.from({ length: table === 3 ? 25 : 1 }, (_, row) =>
      Array.from({ length: { 2: 10, 3: 7, 4: 15 }[table] }, (_, column): CellChange => ({ table, row, column, text: '0' })),
    ).flat(),
  )
  return named(name, ...zeros, ...cells)
}

const withoutTables = (name: string): NamedRecord => ({
  name,
  record: { ...recordOf(soundReport()), tables: { two: null, three: null, four: null } },
})

const given = (reports: readonly NamedRecord[], ...missing: string[]) => ({ subordinateReports: { reports, missing } })
const report = soundReport()
const one = [named('甲局'), idle('乙镇')]
/** A report of the same figures, with changes, whose table follows the trial form. */
const inTrialForm = (table: 2 | 3, ...cells: CellChange[]) => {
  const changed = soundReport({ cells })
  return { ...changed, tables: { ...changed.tables, [table]: { ...changed.tables[table], form: '2019' as const } } }
}
const trialForm = inTrialForm(2, { table: 2, row: 0, column: 6, text: '500' })
const blankRows = [20, 21].flatMap((row) => [0, 1, 2, 3, 4, 5, 6].map((column) => three(row, column, null)))

testRule(rollupMatchesSubordinates, {
  agreed: ['warning', 2019, 'subordinate-reports'],
  accepts: {
    'the sum of its subordinates': { report, context: given(one) },
    'fees that add up in decimals': {
      report: soundReport({ cells: [{ table: 2, row: 0, column: 9, text: '0.3' }] }),
      context: given([
        named('甲局', { table: 2, row: 0, column: 9, text: '0.1' }),
        idle('乙镇', { table: 2, row: 0, column: 9, text: '0.2' }),
      ]),
    },
    'half a request of a subordinate, which is no count': {
      report: soundReport({ cells: [three(2, 0, '900')] }),
      context: given([named('甲局', three(2, 0, '8.5')), idle('乙镇')]),
    },
    'a cell that a subordinate left blank, which cannot be added': {
      report: soundReport({ cells: [three(2, 0, '900')] }),
      context: given([named('甲局', three(2, 0, '')), idle('乙镇')]),
    },
    'a blank of its own, which is for another rule': { report: soundReport({ cells: [three(2, 0, '-')] }), context: given(one) },
    'a table 二 of the trial form': { report: trialForm, context: given([idle('甲局'), named('乙镇')]) },
    'a row (六) of another form than the sum’s': {
      report: soundReport({ cells: [three(22, 0, '4')] }),
      context: given([named('甲局', ...blankRows), idle('乙镇')]),
    },
    'no submission of any subordinate known': report,
    'its own table as a picture': {
      report: { ...report, tables: { ...report.tables, 3: { ...report.tables[3], state: 'picture', figures: [] } } },
      context: given(one),
    },
    'no subordinates at all': { report, context: given([]) },
  },
  rejects: {
    'the rows that every form has, beside a single row (六)': {
      report: soundReport({ cells: [three(0, 3, '1'), three(24, 3, '1'), three(22, 3, '1')] }),
      context: given([named('甲局', ...blankRows), idle('乙镇')]),
      findings: [
        {
          places: [at(3, 0, 3)],
          facts: { cell: '表三“一、本年新收政府信息公开申请数量”社会公益组织', expected: 0, actual: 1, more: 0, lacking: '' },
        },
        {
          places: [at(3, 24, 3)],
          facts: { cell: '表三“四、结转下年度继续办理”社会公益组织', expected: 0, actual: 1, more: 0, lacking: '' },
        },
      ],
      says: [
        '表三“一、本年新收政府信息公开申请数量”社会公益组织填为1,下级各单位合计0',
        '表三“四、结转下年度继续办理”社会公益组织填为1,下级各单位合计0',
      ],
    },
    'a single row (六) of both': {
      report: inTrialForm(3, three(22, 3, '1')),
      context: given([named('甲局', ...blankRows), idle('乙镇')]),
      findings: [{ places: [at(3, 22, 3)], facts: { cell: '表三“3.其他”社会公益组织', expected: 0, actual: 1, more: 0, lacking: '' } }],
      says: ['表三“3.其他”社会公益组织填为1,下级各单位合计0'],
    },
    'a row of (六) where both have three, its total first': {
      report: soundReport({ cells: [0, 1, 2, 6].map((column) => three(21, column, '3')) }),
      context: given(one),
      findings: [
        {
          places: [6, 0, 1, 2].map((column) => at(3, 21, column)),
          facts: {
            cell: '表三“2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”总计',
            expected: 0,
            actual: 3,
            more: 3,
            lacking: '',
          },
        },
      ],
      says: ['表三“2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请”总计填为3,下级各单位合计0;同一行另有3格不等'],
    },
    'one item of table 二, one row of table 三, one group of table 四': {
      report: soundReport({
        cells: [
          { table: 2, row: 0, column: 6, text: '13' },
          three(0, 0, '11'),
          three(0, 6, '11'),
          { table: 4, row: 0, column: 2, text: '1' },
        ],
      }),
      context: given(one),
      findings: [
        { places: [at(2, 0, 6)], facts: { cell: '表二“行政许可”', expected: 12, actual: 13, more: 0, lacking: '' } },
        {
          places: [at(3, 0, 6), at(3, 0, 0)],
          facts: { cell: '表三“一、本年新收政府信息公开申请数量”总计', expected: 10, actual: 11, more: 1, lacking: '' },
        },
        { places: [at(4, 0, 2)], facts: { cell: '表四“行政复议”其他结果', expected: 0, actual: 1, more: 0, lacking: '' } },
      ],
      says: [
        '表二“行政许可”填为13,下级各单位合计12',
        '表三“一、本年新收政府信息公开申请数量”总计填为11,下级各单位合计10;同一行另有1格不等',
        '表四“行政复议”其他结果填为1,下级各单位合计0',
      ],
    },
    'less than those who reported, while others are missing': {
      report: soundReport({ cells: [three(0, 0, '11'), { table: 2, row: 0, column: 6, text: '11' }] }),
      context: given(one, '丙局', '丁乡'),
      findings: [
        { places: [at(2, 0, 6)], facts: { cell: '表二“行政许可”', expected: 12, actual: 11, more: 0, lacking: '丙局、丁乡' } },
        { places: [{ part: '报告', section: null }], facts: { lacking: '丙局、丁乡' }, severity: 'notice' },
      ],
      says: ['表二“行政许可”填为11,下级各单位合计12(合计中尚缺:丙局、丁乡)', '下级单位的报告不全,汇总只能部分核对,尚缺:丙局、丁乡'],
      mends: [
        '核对本级汇总:应等于所属各部门、各乡镇(街道)报告之和;下级报告有误的,请其更正;含本级机关自身数据的,请说明',
        '请催报所缺的报告,报齐后再核对汇总数',
      ],
    },
    'less than those whose table could be read': {
      report: soundReport({ cells: [{ table: 4, row: 0, column: 0, text: '0' }] }),
      context: given([named('甲局'), withoutTables('乙镇')]),
      findings: [{ places: [at(4, 0, 0)], facts: { cell: '表四“行政复议”结果维持', expected: 1, actual: 0, more: 0, lacking: '乙镇' } }],
      says: ['表四“行政复议”结果维持填为0,下级各单位合计1(合计中尚缺:乙镇)'],
    },
  },
})
