import { TWO } from '../../../shared/form/table-two.ts'
import { sampleReport } from '../sample-report.ts'
import { at, figureOf, raised } from './change-figures.ts'
import type { Expectation, Plant } from './planted-error.ts'
import { saying } from './text.ts'

const two = (column: number) => at(2, 0, column)

const fee = (actual: number): Expectation[] => [{ rule: 'fee-unit', severity: 'warning', section: 2, cells: [two(TWO.fees)], actual }]

/** Figures of table 二 that no sum looks at, and that cannot be. */
export const TABLE_TWO_PLANTS = {
  'rule-making-power': (report, random) => {
    const agency = random.pick(['松岚县教育局', '望溪区水利局', '沙洲圩县人民政府', '松岚县河口镇人民政府'])
    const changed = raised(sampleReport({ seed: random.integer(0, 1_000_000), agency, year: report.year }), 3, two(TWO.regulationsInForce))
    return {
      report: changed,
      expectations: [
        {
          rule: 'rule-making-power',
          severity: 'warning',
          section: 2,
          cells: [two(TWO.regulationsInForce)],
          expected: 0,
          actual: 3,
        },
      ],
    }
  },
  'in-force-covers-issued': (report, random) => {
    const [issued, inForce] = [two(TWO.documentsIssued), two(TWO.documentsInForce)]
    const some = raised(report, random.integer(1, 9), issued)
    const changed = raised(some, figureOf(some, issued) - random.integer(1, figureOf(some, issued)) - figureOf(some, inForce), inForce)
    return {
      report: changed,
      expectations: [
        {
          rule: 'in-force-covers-issued',
          severity: 'warning',
          section: 2,
          cells: [inForce, issued],
          expected: figureOf(changed, issued),
          actual: figureOf(changed, inForce),
        },
      ],
    }
  },
  /** The sum of the text in yuan, put into the cell as it is. */
  'fee-unit:stated-in-yuan': (report, random) => {
    const yuan = random.integer(1, 900) * 100
    return {
      report: saying(raised(report, yuan - figureOf(report, two(TWO.fees)), two(TWO.fees)), 1, `全年行政事业性收费${yuan}元。`),
      expectations: fee(yuan),
    }
  },
  'fee-unit:beyond-bounds': (report, random) => {
    const township = sampleReport({ seed: random.integer(0, 1_000_000), agency: '松岚县枫林乡人民政府', year: report.year })
    const yuan = random.integer(10_000, 900_000)
    return { report: raised(township, yuan - figureOf(township, two(TWO.fees)), two(TWO.fees)), expectations: fee(yuan) }
  },
} as const satisfies Record<string, Plant>
