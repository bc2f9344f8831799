import { datesWellFormed } from '../../shared/rules/dates-well-formed.ts'
import { section, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const saying = (text: string) => soundReport({ sections: [section(6, [text])] })
const { place } = section(6, ['']).paragraphs[0] ?? { place: { part: '', section: null } }
const broken = (text: string, printed: string, problem = '缺少“年”“月”或“日”') => ({
  report: saying(text),
  findings: [{ places: [place], facts: { printed, problem } }],
  says: [`“${printed}”书写有误:${problem}`],
})

testRule(datesWellFormed, {
  agreed: ['warning', 2019],
  accepts: {
    'a sound report': soundReport(),
    'a period': saying('统计期限为2024年1月1日至2024年12月31日。'),
    'a period with the year once': saying('统计期限为2024年1月1日至12月31日。'),
    'a year and a month': saying('2024年12月,全局开展检查。'),
    'a day of a month': saying('2024年3月至5月,每月15日更新。'),
    'a number of a document': saying('按照国办函〔2020〕109号文件办理。'),
    'a code with letters': saying('设备型号A2O24号已更新。'),
  },
  rejects: {
    'a year that has lost its 年': broken('统计期限为20241月1日至12月31日。', '20241月1日'),
    'the same with two figures for the month': broken('截至202412月31日。', '202412月31日'),
    'a date that has lost its 月': broken('截至2024年1231日,共有3条;2024年12日31日。', '2024年12日31日'),
    'a date that has lost its 日': broken('统计期限为2024年1月1至12月31日。', '2024年1月1'),
    'a letter in a year': broken('2O24年,我局按时公开。', '2O24年', '“O”是字母'),
    'a letter in full width': broken('2024年与2O23年相比。', '2O23年', '“O”是字母'),
  },
})
