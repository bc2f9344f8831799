import { type NamedRecord, recordOf } from '../../shared/report/record.ts'
import { textCopiedFromAnother } from '../../shared/rules/text-copied-from-another.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

/** Letters that come nowhere twice, so that shares can be counted: the k-th Han character and those that follow. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')

/** Ten runs of fifteen letters, each with three of its own behind it. */
const PHRASES = Array.from({ length: 10 }, (_, index) => letters(index * 15, 15) + letters(500 + index * 3, 3)).join('')

const [OWN, FIFTH] = [letters(0, 200), letters(500, 150)]
const own = soundReport({ sections: [section(1, [OWN]), section(5, [FIFTH])] })
const other = (name: string, one: string, five = ''): NamedRecord => ({
  name,
  record: { ...recordOf(soundReport({ sections: [section(1, [one]), section(5, [five])] })), agency: name },
})
const among = (...otherReports: ReturnType<typeof other>[]) => ({ report: own, context: { otherReports } })
const facts = (number: string, percent: number, from: number, name: string) => ({
  section: number,
  percent,
  passages: `“${letters(from, 60)}…”`,
  other: name,
})
const says = (number: string, percent: number, from: number, name: string) =>
  `第${number}部分有${percent}%的文字与“${name}”同年的报告逐字相同,如“${letters(from, 60)}…”`

testRule(textCopiedFromAnother, {
  agreed: ['warning', 2019, 'other-reports'],
  accepts: {
    'no other report': among(),
    'a report of its own': among(other('示例市示例局', OWN)),
    'the text of another section': among(other('甲局', FIFTH, OWN)),
    'three fifths of another, and no more': among(other('甲局', letters(0, 120))),
    'a short text, copied': {
      report: soundReport({ sections: [section(5, [letters(0, 99)])] }),
      context: { otherReports: [other('甲局', '', letters(0, 99))] },
    },
    'a report without the sections': among({ ...other('甲局', OWN), record: recordOf(soundReport({ sections: [] })) }),
  },
  rejects: {
    'set phrases alone, none of them long enough to show': {
      report: soundReport({ sections: [section(1, [PHRASES])] }),
      context: { otherReports: [other('甲局', letters(0, 150))] },
      findings: [{ places: [sectionPlace(1)], facts: { section: '一', percent: 83, passages: '', other: '甲局' } }],
      says: ['第一部分有83%的文字与“甲局”同年的报告逐字相同'],
    },
    'more than three fifths, and the nearest of several is named': {
      ...among(other('甲局', letters(0, 130)), other('乙局', letters(0, 180)), other('丙局', letters(0, 150))),
      findings: [{ places: [sectionPlace(1)], facts: facts('一', 90, 0, '乙局') }],
      says: [says('一', 90, 0, '乙局')],
    },
    'a report of no name that was copied from another of no name': {
      report: { ...own, agency: null },
      context: { otherReports: [{ name: '甲局', record: { ...other('甲局', OWN).record, agency: null } }] },
      findings: [{ places: [sectionPlace(1)], facts: facts('一', 100, 0, '甲局') }],
      says: [says('一', 100, 0, '甲局')],
    },
    'two sections from two agencies, section 一 first': {
      ...among(other('甲局', '', FIFTH), other('乙局', OWN)),
      findings: [
        { places: [sectionPlace(1)], facts: facts('一', 100, 0, '乙局') },
        { places: [sectionPlace(5)], facts: facts('五', 100, 500, '甲局') },
      ],
      says: [says('一', 100, 0, '乙局'), says('五', 100, 500, '甲局')],
    },
  },
})
