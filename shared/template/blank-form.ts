import { type CellRef, type Edition, editionOf, TABLE_NUMBERS } from '../form/edition.ts'
import { LAYOUTS, type TableLayout } from '../form/layout.ts'
import { SECTIONS, type SectionNumber } from '../form/sections.ts'
import { THREE } from '../form/table-three.ts'
import type { ReportRecord } from '../report/record.ts'

type Value = number | null

/** The official form of a year before anyone has filled it in. */
export type BlankForm = {
  readonly edition: Edition
  /** As the title prints it; without an agency it begins with the year. */
  readonly title: string
  readonly agency: string | null
  readonly year: number
  /** Seven figures: 二、上年结转, which are last year's 四、结转下年度继续办理; null where last year's report is not known. */
  readonly carriedIn: readonly Value[] | null
}

/** A form to fill in: by whom, for which year, and what last year's report says that this one must say again. */
export const blankForm = ({
  agency,
  year,
  previous,
}: {
  readonly agency: string | null
  readonly year: number
  readonly previous?: Pick<ReportRecord, 'tables'> | undefined
}): BlankForm => ({
  edition: editionOf(year),
  title: `${agency ?? ''}${year}年政府信息公开工作年度报告`,
  agency,
  year,
  carriedIn: previous?.tables.three?.[THREE.carriedOut] ?? null,
})

/** The figure that stands in a cell already; null where it is to be filled in. */
export const figureIn = ({ carriedIn }: BlankForm, { table, row, column }: CellRef): Value =>
  table === 3 && row === THREE.carriedIn ? (carriedIn?.[column] ?? null) : null

/** The table that a section consists of, under the same number; undefined where a section is text. */
export const tableOf = ({ edition }: BlankForm, section: SectionNumber): TableLayout | undefined => {
  const table = TABLE_NUMBERS.find((number) => number === section)
  return table === undefined ? undefined : LAYOUTS[edition][table]
}

export const SECTION_NUMBERS: readonly SectionNumber[] = SECTIONS.map(({ number }) => number)
