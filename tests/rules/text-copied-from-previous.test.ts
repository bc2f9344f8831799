import { recordOf } from '../../shared/report/record.ts'
import { textCopiedFromPrevious } from '../../shared/rules/text-copied-from-previous.ts'
import { section, sectionPlace, soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

/** Letters that come nowhere twice, so that shares can be counted: the k-th Han character and those that follow. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')

/** Ten runs of fifteen letters, each with three of its own behind it. */
const PHRASES = Array.from({ length: 10 }, (_, index) => letters(index * 15, 15) + letters(500 + index * 3, 3)).join('')

const years = (last: string, now: string, lastYear = 2023) => ({
  report: soundReport({ sections: [section(5, [now])] }),
  context: { previousReport: recordOf(soundReport({ year: lastYear, sections: [section(5, [last])] })) },
})

testRule(textCopiedFromPrevious, {
  agreed: ['warning', 2019, 'previous-report'],
  accepts: {
    'a text of its own': years(letters(0, 200), letters(500, 200)),
    'three fifths copied, and no more': years(letters(0, 120), letters(0, 120) + letters(500, 80)),
    'a short text, copied': years(letters(0, 99), letters(0, 99)),
    'the text of a report that is not last year’s': years(letters(0, 200), letters(0, 200), 2022),
    'no such section last year': { ...years('', letters(0, 200)), context: { previousReport: recordOf(soundReport({ sections: [] })) } },
  },
  rejects: {
    'set phrases alone, none of them long enough to show': {
      ...years(letters(0, 150), PHRASES),
      findings: [{ places: [sectionPlace(5)], facts: { section: '五', percent: 83, passages: '' } }],
      says: ['第五部分有83%的文字与上年报告逐字相同'],
    },
    'a text of just a hundred letters': {
      ...years(letters(0, 100), letters(0, 100)),
      findings: [{ places: [sectionPlace(5)], facts: { section: '五', percent: 100, passages: `“${letters(0, 60)}…”` } }],
      says: [`第五部分有100%的文字与上年报告逐字相同,如“${letters(0, 60)}…”`],
    },
    'four passages, of which the three longest are shown, in full up to sixty letters and without white space': {
      ...years(
        [letters(0, 30), letters(100, 60), letters(200, 61), letters(300, 40)].join('。'),
        `${letters(0, 30)}${letters(600, 9)}${letters(100, 30)}  \n${letters(130, 30)}${letters(700, 9)}${letters(200, 61)}${letters(800, 9)}${letters(300, 40)}`,
      ),
      findings: [
        {
          places: [sectionPlace(5)],
          facts: { section: '五', percent: 87, passages: `“${letters(200, 60)}…”、“${letters(100, 60)}”、“${letters(300, 40)}”` },
        },
      ],
      says: [`第五部分有87%的文字与上年报告逐字相同,如“${letters(200, 60)}…”、“${letters(100, 60)}”、“${letters(300, 40)}”`],
    },
    'one letter over three fifths': {
      ...years(letters(0, 121), letters(0, 121) + letters(500, 79)),
      findings: [{ places: [sectionPlace(5)], facts: { section: '五', percent: 60, passages: `“${letters(0, 60)}…”` } }],
      says: [`第五部分有60%的文字与上年报告逐字相同,如“${letters(0, 60)}…”`],
    },
    'all of it, under another year and with other marks': {
      ...years(`${letters(0, 60)}2023年,${letters(60, 50)}`, `${letters(0, 60)}2024 年${letters(60, 50)}。`),
      findings: [{ places: [sectionPlace(5)], facts: { section: '五', percent: 100, passages: `“${letters(0, 60)}…”` } }],
      says: [`第五部分有100%的文字与上年报告逐字相同,如“${letters(0, 60)}…”`],
    },
  },
})
