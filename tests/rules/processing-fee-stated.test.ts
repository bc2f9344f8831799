import { processingFeeStated } from '../../shared/rules/processing-fee-stated.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const saying = (...texts: string[]) => soundReport({ sections: [section(6, texts)] })
const rejected = { findings: [{ places: [sectionPlace(6)], facts: {} }], says: ['第六部分没有写明本年度收取信息处理费的情况'] }

testRule(processingFeeStated, {
  agreed: ['warning', 2020],
  accepts: {
    'none charged': saying('本年度未收取信息处理费。'),
    'none charged, in other words': saying('我局没有产生信息处理费', '无其他事项。'),
    'a sum': saying('本年度共收取信息处理费1200元。'),
    'a rounded sum': saying('信息处理费共计三千余元。'),
    'none charged from anybody': saying('本年度未向申请人收取信息处理费。'),
    'none charged, with a space in the words': saying('本年度未 收取信息处理费。'),
    'zero behind a colon': saying('信息处理费:0。'),
    'zero behind a wide colon': saying('信息处理费\uff1a\uff10。'),
    zero: saying('2024年信息处理费收取金额为0元。'),
    'no section 六, which is for another rule': soundReport({ sections: [] }),
  },
  rejects: {
    'nothing to report': { report: saying('本年度无其他需要报告的事项。'), ...rejected },
    'a rule cited and nothing said': { report: saying('按照国办函〔2020〕109号文件执行信息处理费制度。'), ...rejected },
    'an empty section': { report: saying(), ...rejected },
  },
})
