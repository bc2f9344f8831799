import { THREE, THREE_TOTAL_COLUMN } from '../../../shared/form/table-three.ts'
import { TWO } from '../../../shared/form/table-two.ts'
import type { Random } from '../random.ts'
import { reportOfYearBefore } from '../report-of-year-before.ts'
import { type SampleReport, sampleReport, withText } from '../sample-report.ts'
import { at, figureOf, raised } from './change-figures.ts'
import type { Expectation, Plant } from './planted-error.ts'
import { speaks, withParagraphs } from './text.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const paragraphsOf = ({ sections }: SampleReport, number: number): readonly string[] => sections[number - 1]?.paragraphs ?? []

/** A government's report: the sums of others. */
const governmentOver = (parts: readonly SampleReport[], agency: string, year: number, random: Random): SampleReport => {
  const added = (rows: readonly (readonly number[])[]): number[] =>
    (rows[0] ?? []).map((_, column) => Number(sum(rows.map((row) => row[column] ?? 0)).toFixed(4)))
  const [two, four] = [added(parts.map((part) => part.two)), added(parts.map((part) => part.four))]
  const three = (parts[0]?.three ?? []).map((_, row) => added(parts.map((part) => part.three[row] ?? [])))
  return withText({ agency, year, edition: '2021', two, three, four }, random)
}

/** Errors that show only against what is known beside the report. */
export const BESIDE_PLANTS = {
  'previous-report-fits': (report, random) => {
    const previous = reportOfYearBefore(report, random.integer(0, 1_000_000))
    return {
      report,
      beside: { previous: withText({ ...previous, agency: `${random.pick(['原', '新设'])}${report.agency}` }, random) },
      expectations: [{ rule: 'previous-report-fits', severity: 'notice', section: null, cells: [] }],
    }
  },
  'carried-over-matches-previous': (report, random) => {
    const previous = reportOfYearBefore(report, random.integer(0, 1_000_000))
    const columns = [random.integer(0, 5), THREE_TOTAL_COLUMN]
    const by = random.integer(1, 3)
    const cells = columns.flatMap((column) => [at(3, THREE.carriedIn, column), at(3, THREE.carriedOut, column)])
    const changed = withText(raised(report, by, ...cells), random)
    const expectations = columns.map((column): Expectation => {
      const [cell, expected] = [at(3, THREE.carriedIn, column), previous.three[THREE.carriedOut]?.[column] ?? 0]
      return { rule: 'carried-over-matches-previous', severity: 'error', section: 3, cells: [cell], expected, actual: expected + by }
    })
    return { report: changed, beside: { previous }, expectations }
  },
  'in-force-rolls-forward': (report, random) => {
    const previous = reportOfYearBefore(report, random.integer(0, 1_000_000))
    const [inForce, issued, repealed] = [TWO.documentsInForce, TWO.documentsIssued, TWO.documentsRepealed].map((column) => at(2, 0, column))
    if (!inForce || !issued || !repealed) throw new RangeError('three columns were named')
    const by = random.integer(1, 3)
    const [changed, expected] = [raised(report, by, inForce), figureOf(report, inForce)]
    return {
      report: changed,
      beside: { previous },
      expectations: [
        {
          rule: 'in-force-rolls-forward',
          severity: 'warning',
          section: 2,
          cells: [inForce, issued, repealed],
          expected,
          actual: expected + by,
        },
      ],
    }
  },
  'spike-against-previous': (report, random) => {
    const previous = reportOfYearBefore(report, random.integer(0, 1_000_000))
    const cell = at(2, 0, random.pick([TWO.licensing, TWO.penalties, TWO.compulsion]))
    const actual = Math.max(20, figureOf(previous, cell) * random.integer(6, 30))
    return {
      report: raised(report, actual - figureOf(report, cell), cell),
      beside: { previous },
      expectations: [{ rule: 'spike-against-previous', severity: 'warning', section: 2, cells: [cell], actual }],
    }
  },
  'text-copied-from-previous': (report, random) => {
    const previous = reportOfYearBefore(report, random.integer(0, 1_000_000))
    return {
      report: withParagraphs(report, 5, () => paragraphsOf(previous, 5)),
      beside: { previous },
      expectations: speaks('text-copied-from-previous', 'warning', 5),
    }
  },
  'text-copied-from-another': (report, random) => {
    const other = sampleReport({ seed: random.integer(0, 1_000_000), year: report.year })
    const stranger = sampleReport({ seed: random.integer(0, 1_000_000), year: report.year })
    const others = [
      { name: stranger.agency, report: stranger },
      { name: other.agency, report: other },
    ]
    return {
      report: withParagraphs(report, 5, () => paragraphsOf(other, 5)),
      beside: { others },
      expectations: speaks('text-copied-from-another', 'warning', 5),
    }
  },
  'report-is-the-one-expected:agency': (report, random) => ({
    report: withText({ ...report, agency: '云栖州市档案馆' }, random),
    beside: { submission: { agencyNames: [report.agency], year: report.year } },
    expectations: [{ rule: 'report-is-the-one-expected', severity: 'error', section: null, cells: [] }],
  }),
  'report-is-the-one-expected:year': (report, random) => ({
    report: reportOfYearBefore(report, random.integer(0, 1_000_000)),
    beside: { submission: { agencyNames: [report.agency], year: report.year } },
    expectations: [{ rule: 'report-is-the-one-expected', severity: 'error', section: null, cells: [] }],
  }),
  'submitted-on-time': (report, random) => ({
    report,
    beside: { receivedAt: `${report.year + 1}-04-${random.pick(['01', '02', '15'])}T00:00:00+08:00` },
    expectations: [{ rule: 'submitted-on-time', severity: 'notice', section: null, cells: [] }],
  }),
  'rollup-matches-subordinates': (report, random) => {
    const year = report.year
    const parts = ['松岚县水利局', '松岚县枫林乡人民政府'].map((agency) =>
      sampleReport({ seed: random.integer(0, 1_000_000), agency, year }),
    )
    const whole = governmentOver(parts, '松岚县人民政府', year, random)
    const cell = at(2, 0, random.pick([TWO.licensing, TWO.penalties, TWO.compulsion]))
    const by = random.integer(1, 99)
    const expected = figureOf(whole, cell)
    return {
      report: raised(whole, by, cell),
      beside: { subordinates: parts.map((part) => ({ name: part.agency, report: part })) },
      expectations: [
        { rule: 'rollup-matches-subordinates', severity: 'warning', section: 2, cells: [cell], expected, actual: expected + by },
      ],
    }
  },
} as const satisfies Record<string, Plant>
