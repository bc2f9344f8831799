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
    'a year named twice in other words': saying('2024年年初部署,2024年年底总结,2024年年均更新2次。'),
    'days of a month, one after the other': saying('2024年1月1、2日和3月1至5日、6月1-3日检修网站。'),
    'a month and a count': saying('2024年3月5次检查,12月20余件。'),
    'the day that a leap year has': saying('2024年2月29日和2月29日。'),
    'the last days of months': saying('2024年4月30日、2024年12月31日、1月31日。'),
    'a number of a document': saying('按照国办函〔2020〕109号文件办理。'),
    'a code with letters': saying('设备型号A2O24号已更新。'),
  },
  rejects: {
    'a year that has lost its 年': broken('统计期限为20241月1日至12月31日。', '20241月1日'),
    'the same with two figures for the month': broken('截至202412月31日。', '202412月31日'),
    'a date that has lost its 月': broken('截至2024年1231日,共有3条;2024年12日31日。', '2024年12日31日'),
    'a date that has lost its 日': broken('统计期限为2024年1月1至12月31日。', '2024年1月1'),
    'a date that has lost its 日 at the end of a clause': broken('自2024年1月1起,按月更新。', '2024年1月1'),
    'the same at the end of a sentence': broken('统计截至2024年12月31。', '2024年12月31'),
    'a 日 for a 月': broken('统计自2024年1日1日起。', '2024年1日1日'),
    '年 twice': broken('统计自2024年年1月1日起。', '2024年年1月1日', '“年”或“月”重复'),
    '年 for 月': broken('统计自2024年1年1日起。', '2024年1年1日', '“年”或“月”重复'),
    '月 for 日': broken('截至12月31月5日。', '12月31月5日', '“年”或“月”重复'),
    'a month that is none': broken('截至2024年13月1日。', '2024年13月1日', '没有13月'),
    'the same without a day': broken('2024年13月,全局开展检查。', '2024年13月', '没有13月'),
    'a day that is none': broken('截至2024年12月32日。', '2024年12月32日', '12月没有32日'),
    'the same without a year': broken('2024年,自9月31日起更新。', '9月31日', '9月没有31日'),
    'a day that only leap years have': broken('截至2023年2月29日。', '2023年2月29日', '2月没有29日'),
    'a day zero': broken('截至12月0日。', '12月0日', '12月没有0日'),
    'a letter in a year': broken('2O24年,我局按时公开。', '2O24年', '“O”是字母'),
    'a letter in full width': broken('2024年与2O23年相比。', '2O23年', '“O”是字母'),
  },
})
