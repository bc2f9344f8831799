import type { CellRef, TableNumber } from '../../shared/form/edition.ts'
import { SECTIONS, type SectionNumber } from '../../shared/form/sections.ts'
import { cellPlace as placeOf } from '../../shared/report/figure-cells.ts'
import type { Place, Report, ReportTable, Section } from '../../shared/report/report.ts'
import { sectionOf } from '../../shared/report/report.ts'
import { type CellChange, withTable as changeTable, withCells, withParagraphs } from '../../shared/rule-kit/changed-report.ts'
import { SOUND } from '../../shared/rule-kit/sound-report.ts'

export const cellPlace = (cell: CellRef): Place => placeOf('2021', cell)

/** A section of the given text under the form's title. */
export const section = (number: SectionNumber, texts?: readonly string[], title = SECTIONS[number - 1]?.title ?? ''): Section => {
  const found = sectionOf(texts === undefined ? SOUND.report : withParagraphs(SOUND.report, number, ...texts), number)
  if (found === undefined) throw new RangeError(`no section ${number}`)
  return { ...found, title }
}

export const sectionPlace = (number: SectionNumber): Place => section(number).place

export const TITLE_PLACE: Place = { part: '标题', section: null }

/** A report that breaks no rule, with the changes asked for. */
export const soundReport = ({ cells = [], ...rest }: Partial<Report> & { readonly cells?: readonly CellChange[] } = {}): Report => ({
  ...withCells(SOUND.report, ...cells),
  ...rest,
})

/** A sound report whose table is something else. */
export const withTable = (number: TableNumber, table: Partial<ReportTable>): Report => changeTable(soundReport(), number, table)
