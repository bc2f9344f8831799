import { formCells } from '../../../shared/form/cells.ts'
import type { CellRef, Edition } from '../../../shared/form/edition.ts'
import { THREE } from '../../../shared/form/table-three.ts'
import type { SampleReport } from '../sample-report.ts'
import { at, figureOf } from './change-figures.ts'
import type { Plant } from './planted-error.ts'

const printedIn = (edition: Edition, { table, row }: CellRef): boolean =>
  edition === '2021' || table !== 3 || (row !== THREE.overdueCorrection && row !== THREE.overdueFee)

/** Counts that are zero: where a clerk would rather write nothing, or a dash. */
const zeros = (report: SampleReport): CellRef[] =>
  ([2, 3, 4] as const)
    .flatMap((table) =>
      formCells(report.edition, table).flatMap((cells, row) =>
        cells.flatMap(({ kind }, column) => (kind === 'count' ? [at(table, row, column)] : [])),
      ),
    )
    .filter((cell) => printedIn(report.edition, cell) && figureOf(report, cell) === 0)

const sectionOf = ({ table }: CellRef) => table

const instead =
  (...texts: string[]): Plant =>
  (report, random) => {
    const cell = random.pick(zeros(report))
    return {
      report,
      variants: { cells: [{ cell, text: random.pick(texts), value: null }] },
      expectations: [{ rule: 'cell-is-count', severity: 'error', cells: [cell], section: sectionOf(cell) }],
    }
  }

/** A count of table 二, which no sum looks at, printed as another number. */
const uncountable =
  (spoil: (value: number) => number): Plant =>
  (report, random) => {
    const counts = (formCells(report.edition, 2)[0] ?? []).flatMap(({ kind }, column) => (kind === 'count' && column > 5 ? [column] : []))
    const cell = at(2, 0, random.pick(counts))
    const value = spoil(figureOf(report, cell))
    return {
      report,
      variants: { cells: [{ cell, text: String(value), value }] },
      expectations: [{ rule: 'cell-is-count', severity: 'error', cells: [cell], section: 2 }],
    }
  }

export const CELL_PLANTS = {
  'cell-is-count:blank': instead(''),
  'cell-is-count:dash': instead('-', '—', '/', '－'),
  'cell-is-count:none': instead('无'),
  'cell-is-count:decimal': uncountable((value) => value + 0.5),
  'cell-is-count:negative': uncountable((value) => -value - 1),
  'cell-without-remark': (report, random) => {
    const cell = at(2, 0, 3)
    const value = figureOf(report, cell)
    const text = `${value}${random.pick(['(含修订)', '（其中联合发文1件）', '件'])}`
    return {
      report,
      variants: { cells: [{ cell, text, value }] },
      expectations: [{ rule: 'cell-without-remark', severity: 'warning', cells: [cell], section: 2 }],
    }
  },
} as const satisfies Record<string, Plant>
