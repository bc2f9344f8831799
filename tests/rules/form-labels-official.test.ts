import { formLabelsOfficial } from '../../shared/rules/form-labels-official.ts'
import { withTable } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const place = { part: '表三', section: 3 } as const
const labelled = (official: string, printed: string, table: 2 | 3 = 3) => withTable(table, { labels: [{ official, printed, place }] })
const trialLabelled = (official: string, printed: string) => ({
  ...withTable(2, { form: '2019', labels: [{ official, printed, place }] }),
  year: 2020,
})
const rejected = (printed: string, official: string, table = '表三') => ({
  findings: [{ places: [place], facts: { table, printed, official } }],
  says: [`${table}的“${printed}”与规定的“${official}”不一致`],
})

testRule(formLabelsOfficial, {
  agreed: ['warning', 2019],
  accepts: {
    'the label of the form': labelled('7.属于行政执法案卷', '7.属于行政执法案卷'),
    'another mark behind the number, wide figures, spaces': labelled('7.属于行政执法案卷', '7、属于 行政执法案卷'),
    'other quotes': labelled('3.危及“三安全一稳定”', '3.危及"三安全一稳定"'),
    'a number lost with the numbering of a list': labelled('(一)予以公开', '予以公开'),
    'a Chinese number lost': labelled('一、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量'),
    'a figure lost': labelled('1.属于国家秘密', '属于国家秘密'),
    'the trial form’s own label': trialLabelled('规范性文件', '规范性文件'),
    'the label of the trial form in a trial table': {
      ...withTable(2, { form: '2019', labels: [{ official: '规范性文件', printed: '行政规范性文件', place }] }),
      year: 2020,
    },
  },
  rejects: {
    'words lost': {
      report: labelled('2.其他法律行政法规禁止公开', '2.其他法律行政止公开'),
      ...rejected('2.其他法律行政止公开', '2.其他法律行政法规禁止公开'),
    },
    'words lost in a trial table': {
      report: trialLabelled('其他对外管理服务事项', '其他管理服务'),
      ...rejected('其他管理服务', '其他对外管理服务事项', '表二'),
    },
    'the label of another row': { report: labelled('行政处罚', '行政规范性文件', 2), ...rejected('行政规范性文件', '行政处罚', '表二') },
    'another number': {
      report: labelled('7.属于行政执法案卷', '8.属于行政执法案卷'),
      ...rejected('8.属于行政执法案卷', '7.属于行政执法案卷'),
    },
    'the label of 2019 in the form of 2021': {
      report: labelled('规范性文件', '规范性文件', 2),
      ...rejected('规范性文件', '行政规范性文件', '表二'),
    },
  },
})
