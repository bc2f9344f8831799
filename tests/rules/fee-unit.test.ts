import { feeUnit } from '../../shared/rules/fee-unit.ts'
import { cellPlace, section, soundReport, withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const fee = (text: string, agency = '示例市示例局', says = '') =>
  soundReport({ agency, cells: [{ table: 2, row: 0, column: 9, text }], sections: [section(1, [says])] })
const rejected = (why: string, actual: number, inWanYuan: number) => ({
  findings: [{ places: [cellPlace({ table: 2, row: 0, column: 9 })], facts: { why, inWanYuan, actual } }],
  says: [`表二收费金额填为${actual}万元,像是以元填写的(${why})`],
})

const converted = (printed: string, unit: string, inWanYuan: number) => ({
  report: fee(printed),
  findings: [
    {
      places: [cellPlace({ table: 2, row: 0, column: 9 })],
      facts: { cell: '表二 “行政事业性收费” 本年收费金额', printed, unit, inWanYuan },
    },
  ],
  says: [`表二 “行政事业性收费” 本年收费金额填的是“${printed}”,以${unit}为单位,按${inWanYuan}万元读取`],
  mends: [`这一格以万元为单位,填“${inWanYuan}”,格内不写单位`],
})

testRule(feeUnit, {
  agreed: ['warning', 2019],
  accepts: {
    'a sound report': soundReport(),
    'a city’s fees, which are large': fee('96171.6', '示例市人民政府'),
    'a county’s fees': fee('59237.2449', '示例县人民政府'),
    'a sum just below what a township may take': fee('9999', '示例镇人民政府'),
    'the same figure for another fee': fee('1200', '示例县示例局', '全年信息处理费收费1200元。'),
    'a text that states the same sum in 万元': fee('5.12', '示例县示例局', '行政事业性收费51200元。'),
    'a text that states it in 万元 too': fee('1200', '示例市人民政府', '行政事业性收费1200万元。'),
    'no figure': fee('-'),
    'a cell that names the form’s own unit': fee('5.12万元'),
    'a sum in two units, which is none': fee('5万1200元'),
    'a county’s fees over what its departments take': fee('200000', '示例县人民政府'),
    'a city’s department’s fees over what a county’s take': fee('200000', '示例市示例局'),
    'an autonomous region’s department’s, whose name has 区 in it': fee('200000', '示例自治区示例局'),
    'another remark with the word in it': fee('12(其中代收3元)'),
    'nothing, in the cell and in the text': fee('0', '示例市人民政府', '行政事业性收费0元。'),
    'a table that is a picture': withTable(2, { state: 'picture', figures: [] }),
    'the trial form, whose cell is another': {
      ...fee('51200'),
      tables: { ...fee('51200').tables, 2: { ...fee('51200').tables[2], form: '2019' } },
    },
  },
  rejects: {
    'the figure that the text gives in yuan': {
      report: fee('51200', '示例市人民政府', '全年行政事业性收费51,200元。'),
      ...rejected('正文写的是51200元', 51_200, 5.12),
    },
    'the same without separators': {
      report: fee('51200', '示例市人民政府', '行政事业性收费51200元。'),
      ...rejected('正文写的是51200元', 51_200, 5.12),
    },
    'millions, with their separators': {
      report: fee('1234567', '示例市人民政府', '行政事业性收费1,234,567元。'),
      ...rejected('正文写的是1234567元', 1_234_567, 123.4567),
    },
    'yuan and fen': {
      report: fee('51200.55', '示例市人民政府', '行政事业性收费51200.55元。'),
      ...rejected('正文写的是51200.55元', 51_200.55, 5.120055),
    },
    'a cell that says yuan in brackets': converted('51200(元)', '元', 5.12),
    'a cell that names its unit': converted('51200(单位元)', '元', 5.12),
    'a cell in 亿元': converted('0.3亿元', '亿元', 3000),
    'more than a district’s department takes': { report: fee('100000', '示例区示例局'), ...rejected('对本单位来说数额过大', 100_000, 10) },
    'a cell that says yuan': converted('51200元', '元', 5.12),
    'more than any township takes': { report: fee('10000', '示例镇人民政府'), ...rejected('对本单位来说数额过大', 10_000, 1) },
    'more than a county’s department takes': { report: fee('100000', '示例县示例局'), ...rejected('对本单位来说数额过大', 100_000, 10) },
    'more than any department takes': { report: fee('1000000'), ...rejected('对本单位来说数额过大', 1_000_000, 100) },
  },
})
