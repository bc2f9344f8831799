import type { CellRef } from '../../../shared/form/edition.ts'
import { THREE, THREE_TOTAL_COLUMN } from '../../../shared/form/table-three.ts'
import type { Random } from '../random.ts'
import type { SampleReport } from '../sample-report.ts'
import { at, figureOf, raised } from './change-figures.ts'
import type { Expectation, Plant } from './planted-error.ts'

const DISPOSITIONS = Array.from({ length: THREE.handledTotal - THREE.firstDisposition }, (_, index) => THREE.firstDisposition + index)
const APPLICANTS = [0, 1, 2, 3, 4, 5]

const sumOf = (report: SampleReport, cells: readonly CellRef[]): number => cells.reduce((total, cell) => total + figureOf(report, cell), 0)

/** Rows of dispositions that the report's edition prints. */
const printedDispositions = ({ edition }: SampleReport): number[] =>
  DISPOSITIONS.filter((row) => edition === '2021' || (row !== THREE.overdueCorrection && row !== THREE.overdueFee))

/** The finding of a total that is not the sum of its parts. */
const wrongTotal = (rule: string, report: SampleReport, total: CellRef, parts: readonly CellRef[]): Expectation => ({
  rule,
  severity: 'error',
  cells: [total, ...parts],
  section: total.table === 4 ? 4 : 3,
  expected: sumOf(report, parts),
  actual: figureOf(report, total),
})

const rowTotal = (report: SampleReport, row: number): Expectation =>
  wrongTotal(
    'table3-row-total',
    report,
    at(3, row, THREE_TOTAL_COLUMN),
    APPLICANTS.map((column) => at(3, row, column)),
  )

const dispositionTotal = (report: SampleReport, column: number): Expectation =>
  wrongTotal(
    'table3-disposition-total',
    report,
    at(3, THREE.handledTotal, column),
    printedDispositions(report).map((row) => at(3, row, column)),
  )

const balance = (report: SampleReport, column: number): Expectation => {
  const [received, carriedIn, handled, carriedOut] = [THREE.received, THREE.carriedIn, THREE.handledTotal, THREE.carriedOut].map((row) =>
    at(3, row, column),
  )
  if (!received || !carriedIn || !handled || !carriedOut) throw new RangeError('no such column')
  return {
    rule: 'table3-balance',
    severity: 'error',
    cells: [received, carriedIn, handled, carriedOut],
    section: 3,
    expected: sumOf(report, [received, carriedIn]),
    actual: sumOf(report, [handled, carriedOut]),
  }
}

/** A row that the books balance by, and two of its columns, the second with something to give to the first. */
const movable = (report: SampleReport, random: Random): readonly [to: CellRef, from: CellRef] | undefined => {
  const givers = [THREE.received, THREE.carriedIn, THREE.carriedOut]
    .flatMap((row) => APPLICANTS.map((column) => at(3, row, column)))
    .filter((cell) => figureOf(report, cell) > 0)
  if (givers.length === 0) return undefined
  const from = random.pick(givers)
  return [at(3, from.row, random.pick(APPLICANTS.filter((column) => column !== from.column))), from]
}

/**
 * The equations of table 三 depend on each other: where all columns are sound, no row can be wrong alone, and the other way round.
 * So a plant for one rule breaks two or three of its equations and none of the other rules; a slip in one cell breaks two rules.
 * Totals that the text quotes are left as they are.
 */
export const SUM_PLANTS = {
  'table3-row-total': (report, random) => {
    const column = random.pick(APPLICANTS)
    const rows = [THREE.received, random.pick(printedDispositions(report)), THREE.handledTotal]
    const changed = raised(report, random.integer(1, 9), ...rows.map((row) => at(3, row, column)))
    return { report: changed, expectations: rows.map((row) => rowTotal(changed, row)) }
  },
  'table3-disposition-total': (report, random) => {
    const columns = [random.pick(APPLICANTS), THREE_TOTAL_COLUMN]
    const row = random.pick(printedDispositions(report))
    const changed = raised(report, random.integer(1, 9), ...columns.map((column) => at(3, row, column)))
    return { report: changed, expectations: columns.map((column) => dispositionTotal(changed, column)) }
  },
  'table3-balance': (report, random) => {
    const move = movable(report, random)
    const carriedOut = [at(3, THREE.carriedOut, 0), at(3, THREE.carriedOut, THREE_TOTAL_COLUMN)]
    const changed = move ? raised(raised(report, 1, move[0]), -1, move[1]) : raised(report, 1, ...carriedOut)
    const columns = (move ?? carriedOut).map(({ column }) => column).toSorted((a, b) => a - b)
    return { report: changed, expectations: columns.map((column) => balance(changed, column)) }
  },
  /** One cell of a disposition is wrong, as in most real reports: its row and its column disagree. */
  'table3-slip': (report, random) => {
    const cell = at(3, random.pick(printedDispositions(report)), random.integer(0, THREE_TOTAL_COLUMN))
    const changed = raised(report, random.integer(1, 9), cell)
    return { report: changed, expectations: [rowTotal(changed, cell.row), dispositionTotal(changed, cell.column)] }
  },
  'table4-total': (report, random) => {
    const group = random.integer(0, 2) * 5
    const parts = [0, 1, 2, 3].map((column) => at(4, 0, group + column))
    const changed = raised(report, random.integer(1, 9), random.pick(parts))
    return { report: changed, expectations: [wrongTotal('table4-total', changed, at(4, 0, group + 4), parts)] }
  },
} as const satisfies Record<string, Plant>
