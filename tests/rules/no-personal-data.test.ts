import { noPersonalData } from '../../shared/rules/no-personal-data.ts'
import { section, sectionPlace, soundReport, TITLE_PLACE } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const place = { ...sectionPlace(6), part: '第六部分“其他需要报告的事项” 第1段' }
const saying = (text: string) => soundReport({ sections: [section(6, [text])] })
const rejected = (text: string, name: string, covered: string, severity: 'error' | 'warning' = 'warning') => ({
  report: saying(text),
  findings: [{ places: [place], facts: { name, covered }, severity }],
  says: [`写有${name}“${covered}”`],
})

// Numbers of nobody: the example of the standard, and numbers made up to fit the check digit or to miss it by one.
testRule(noPersonalData, {
  agreed: ['error', 2019],
  accepts: {
    'a sound report': soundReport(),
    'no title': soundReport({ title: null }),
    'a wrong check character': saying('编号11010519491231002x之外:110105194912310021。'),
    'no day of the calendar': saying('号码110105194913310023。'),
    'a region that is none': saying('号码990105194912310024。'),
    'a code of credit': saying('统一社会信用代码11010519491231002X。'),
    'an index number': saying('索引号:11010519491231002X。'),
    'an office’s telephone': saying('电话:0517-83605210,联系电话:13800138000。'),
    'a card number that misses its check digit': saying('账户6222021234567890129。'),
    'figures side by side': saying('1362 454 2311 3985758 88283'),
    'a longer number': saying('流水号913800138000123。'),
    'a mail address': saying('邮箱13800138000@example.com。'),
  },
  rejects: {
    'an identity card': rejected('申请人身份证号11010519491231002X。', '身份证号码', '110***********002X', 'error'),
    'an identity card in groups and wide figures': rejected('110105 19491231 002x', '身份证号码', '110***********002x', 'error'),
    'a number in the title': {
      report: soundReport({ title: { text: '示例市示例局13800138000', place: TITLE_PLACE } }),
      findings: [{ places: [TITLE_PLACE], facts: { name: '手机号码', covered: '138****8000' }, severity: 'warning' }],
      says: ['写有手机号码“138****8000”'],
    },
    'a mobile number': rejected('王某,手机13800138000。', '手机号码', '138****8000'),
    'a mobile number in groups': rejected('王某138-0013-8000', '手机号码', '138****8000'),
    'a bank card of 19 digits': rejected('汇入6222021234567890128。', '银行卡号', '622************0128'),
    'a bank card of 16 digits in groups': rejected('汇入6222 0212 3456 7894。', '银行卡号', '622*********7894'),
  },
})
