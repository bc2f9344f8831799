import type { Doubt, Format, Source } from '../document/document.ts'
import type { Remark, Traces, UnreadableReason } from '../document/reading.ts'
import type { CellRef, Edition, TableNumber } from '../form/edition.ts'
import type { SectionNumber } from '../form/sections.ts'

/** Where something stands: in the form (words, section, cell) and in the uploaded file (`source`). */
export type Place = {
  /** Words a clerk finds it by, such as `表三 第12行“7.属于行政执法案卷” 自然人列` or `第五部分 第2段`. */
  readonly part: string
  readonly section: SectionNumber | null
  readonly cell?: CellRef
  readonly source?: Source
}

/**
 * A figure as printed. `text` is null where the file has no such cell; `value` is null there and where the cell holds no
 * number, or where the reader doubts it (`doubt`); `remark` is what stands beside the number. An amount is in 万元; `unit` is the other
 * one in which the file gives it.
 */
export type Figure = {
  readonly value: number | null
  readonly text: string | null
  readonly remark: string | null
  readonly doubt?: Doubt
  readonly unit?: string
  readonly place: Place
}

export type Passage = { readonly text: string; readonly place: Place }

/** A recognised section, with its title as printed (without number) and its text without tables. */
export type Section = {
  readonly number: SectionNumber
  readonly title: string
  readonly paragraphs: readonly Passage[]
  readonly place: Place
}

/** A row of the form that the table lacks (`found` null), or that has `found` cells where the form has others; its figures are null. */
export type Gap = { readonly label: string; readonly places: readonly Place[]; readonly found: number | null }

/** A row label as printed beside the one the form asks for. */
export type PrintedLabel = { readonly official: string; readonly printed: string; readonly place: Place }

export type ReportTable = {
  /** missing: not in the file. picture: there as a picture. uncertain: there, but not to be read with certainty. */
  readonly state: 'read' | 'missing' | 'picture' | 'uncertain'
  /** The edition of the form that the table itself follows. */
  readonly form: Edition
  /** Rows of figures in the order of the form (tables 二 and 四: one row); empty unless `state` is `read`. */
  readonly figures: readonly (readonly Figure[])[]
  readonly gaps: readonly Gap[]
  readonly labels: readonly PrintedLabel[]
  readonly place: Place
}

/** Anything that was uploaded as an annual report, as far as it could be understood. */
export type Report = {
  readonly format: Format | null
  /** Set where the file could not be read at all; then everything else is empty. */
  readonly unreadable: { readonly reason: UnreadableReason; readonly limit?: string } | null
  readonly remarks: readonly Remark[]
  /** What the file tells of people beside its text; never published. */
  readonly traces?: Traces
  readonly edition: Edition | null
  /** The title as printed, its lines joined. */
  readonly title: Passage | null
  readonly agency: string | null
  readonly year: number | null
  /** Recognised sections in the order of the file. */
  readonly sections: readonly Section[]
  /** What stands before section 一 and after the title. */
  readonly preface: readonly Passage[]
  readonly tables: Readonly<Record<TableNumber, ReportTable>>
}

/** The figure of a cell of a table; undefined where the table is not read. */
export const figureIn = ({ figures }: Pick<ReportTable, 'figures'>, { row, column }: CellRef): Figure | undefined => figures[row]?.[column]

/** The same in the table that the cell is of. */
export const figureAt = ({ tables }: Report, cell: CellRef): Figure | undefined => figureIn(tables[cell.table], cell)

export const sectionOf = (report: Report, number: SectionNumber): Section | undefined =>
  report.sections.find((section) => section.number === number)
