import { feeUnit } from '../../shared/rules/fee-unit.ts'
import { cellPlace, section, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const fee = (text: string, agency = '示例市示例局', says = '') =>
  soundReport({ agency, cells: [{ table: 2, row: 0, column: 9, text }], sections: [section(1, [says])] })
const rejected = (why: string, actual: number, inWanYuan: number) => ({
  findings: [{ places: [cellPlace({ table: 2, row: 0, column: 9 })], facts: { why, inWanYuan, actual } }],
  says: [`表二收费金额填为${actual}万元,像是以元填写的(${why})`],
})

testRule(feeUnit, {
  accepts: {
    'a sound report': soundReport(),
    'a city’s fees, which are large': fee('96171.6', '示例市人民政府'),
    'a county’s fees': fee('59237.2449', '示例县人民政府'),
    'a sum just below what a township may take': fee('9999', '示例镇人民政府'),
    'the same figure for another fee': fee('1200', '示例县示例局', '全年信息处理费收费1200元。'),
    'a text that states the same sum in 万元': fee('5.12', '示例县示例局', '行政事业性收费51200元。'),
    'a text that states it in 万元 too': fee('1200', '示例市人民政府', '行政事业性收费1200万元。'),
    'no figure': fee('-'),
  },
  rejects: {
    'the figure that the text gives in yuan': {
      report: fee('51200', '示例市人民政府', '全年行政事业性收费51,200元。'),
      ...rejected('正文写的是51200元', 51_200, 5.12),
    },
    'a cell that says yuan': { report: fee('51200元'), ...rejected('格内注明了“元”', 51_200, 5.12) },
    'more than any township takes': { report: fee('10000', '示例镇人民政府'), ...rejected('对本单位来说数额过大', 10_000, 1) },
    'more than a county’s department takes': { report: fee('100000', '示例县示例局'), ...rejected('对本单位来说数额过大', 100_000, 10) },
    'more than any department takes': { report: fee('1000000'), ...rejected('对本单位来说数额过大', 1_000_000, 100) },
  },
})
