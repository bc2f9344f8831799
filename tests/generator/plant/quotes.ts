import type { CellRef } from '../../../shared/form/edition.ts'
import type { SectionNumber } from '../../../shared/form/sections.ts'
import { THREE, THREE_TOTAL_COLUMN } from '../../../shared/form/table-three.ts'
import type { Random } from '../random.ts'
import { type SampleReport, sampleReport } from '../sample-report.ts'
import { at, figureOf } from './change-figures.ts'
import type { Plant } from './planted-error.ts'
import { saying } from './text.ts'

const total = (row: number): CellRef => at(3, row, THREE_TOTAL_COLUMN)
const [RECEIVED, CARRIED_IN, HANDLED] = [total(THREE.received), total(THREE.carriedIn), total(THREE.handledTotal)]
const OTHER_HANDLING = [THREE.overdueCorrection, THREE.overdueFee, THREE.otherHandling].map(total)

/** Twenty-one as 二十一: from 11 to 99. */
const inChinese = (count: number): string => {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  return `${count < 20 ? '' : digits[Math.floor(count / 10)]}十${digits[count % 10]}`
}

/** The text of a section quotes another figure than the table has: `wrong` draws it. */
const misquoting =
  (section: SectionNumber, cell: CellRef, say: (count: number) => string, wrong: (report: SampleReport, random: Random) => number): Plant =>
  (report, random) => {
    const actual = wrong(report, random)
    return {
      report: saying(report, section, say(actual)),
      expectations: [
        { rule: 'text-figures-match-tables', severity: 'warning', section, cells: [cell], expected: figureOf(report, cell), actual },
      ],
    }
  }

/** More than the cells hold together, so that it is none of their sums. */
const tooMany =
  (...cells: readonly CellRef[]) =>
  (report: SampleReport, random: Random): number =>
    cells.reduce((sum, cell) => sum + figureOf(report, cell), 0) + random.integer(1, 9)

/** A count that none of the figures is which 办结 may mean. */
const notHandled = (report: SampleReport, random: Random): number => {
  const [received = 0, carriedIn = 0, handled = 0] = [RECEIVED, CARRIED_IN, HANDLED].map((cell) => figureOf(report, cell))
  const others = OTHER_HANDLING.reduce((sum, cell) => sum + figureOf(report, cell), 0)
  const right = [received, handled, handled - carriedIn, handled - others]
  return random.pick(Array.from({ length: 89 }, (_, index) => index + 11).filter((count) => !right.includes(count)))
}

/** A report that received some. */
const withRequests = (report: SampleReport, random: Random): SampleReport =>
  figureOf(report, RECEIVED) > 0
    ? report
    : withRequests(sampleReport({ seed: random.integer(0, 1_000_000), agency: report.agency, year: report.year, bustle: 'busy' }), random)

export const QUOTE_PLANTS = {
  'text-figures-match-tables:received': misquoting(
    3,
    RECEIVED,
    (count) => `全年新收政府信息公开申请${count}件。`,
    tooMany(RECEIVED, CARRIED_IN),
  ),
  'text-figures-match-tables:carried-in': misquoting(3, CARRIED_IN, (count) => `上年结转的申请${count}件已全部办结。`, tooMany(CARRIED_IN)),
  'text-figures-match-tables:handled': misquoting(3, HANDLED, (count) => `共办结政府信息公开申请${inChinese(count)}件。`, notHandled),
  'text-figures-match-tables:disposition': misquoting(
    1,
    total(THREE.firstDisposition),
    (count) => `对收到的政府信息公开申请，予以公开${count.toLocaleString('en-US')}件。`,
    tooMany(total(THREE.firstDisposition)),
  ),
  'text-figures-match-tables:disputes': misquoting(
    4,
    at(4, 0, 4),
    (count) => `本年度因政府信息公开引发行政复议${count}件。`,
    tooMany(at(4, 0, 4)),
  ),
  /** The text denies what the table has: that is no slip of a figure. */
  'text-figures-match-tables:none-received': (sample, random) => {
    const report = withRequests(sample, random)
    const expected = figureOf(report, RECEIVED)
    return {
      report: saying(
        report,
        3,
        random.pick(['本年度未收到政府信息公开申请。', '全年没有收到公民、法人或其他组织提出的政府信息公开申请。']),
      ),
      expectations: [{ rule: 'text-figures-match-tables', severity: 'error', section: 3, cells: [RECEIVED], expected, actual: 0 }],
    }
  },
} as const satisfies Record<string, Plant>
