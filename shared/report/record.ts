import type { CellRef, Edition, TableNumber } from '../form/edition.ts'
import type { SectionNumber } from '../form/sections.ts'
import { TABLE_TWO } from '../form/table-two.ts'
import type { Report } from './report.ts'

type Value = number | null

/** A table 二 of the trial form, by the names of `nianbao check --json`. */
export type TrialTableTwo = {
  readonly regulations: { readonly made: Value; readonly published: Value; readonly total: Value }
  readonly normativeDocuments: { readonly made: Value; readonly published: Value; readonly total: Value }
  readonly licensing: TrialDecisions
  readonly otherServices: TrialDecisions
  readonly penalties: TrialDecisions
  readonly compulsion: TrialDecisions
  readonly fees: { readonly previous: Value; readonly change: Value }
  readonly procurement: { readonly items: Value; readonly amountWanYuan: Value }
}
type TrialDecisions = { readonly previous: Value; readonly change: Value; readonly decisions: Value }

/** A report without its places: what is published as open data, printed as JSON, and compared with next year. */
export type ReportRecord = {
  readonly edition: Edition | null
  readonly title: string | null
  readonly agency: string | null
  readonly year: number | null
  readonly sections: readonly { readonly number: SectionNumber; readonly title: string; readonly paragraphs: readonly string[] }[]
  readonly tables: {
    /** 10 figures in the order of the form; null where the table is not read or is of the trial form. */
    readonly two: readonly Value[] | null
    readonly two2019?: TrialTableTwo
    /** 25 rows of 7. */
    readonly three: readonly (readonly Value[])[] | null
    /** 3 groups of 5. */
    readonly four: readonly Value[] | null
  }
}

/** A report under the name that it is spoken of by. */
export type NamedRecord = { readonly name: string; readonly record: ReportRecord }

/** The figures of a report under the name that it is spoken of by. */
export type NamedTables = { readonly name: string; readonly record: Pick<ReportRecord, 'tables'> }

export type RecordTables = Pick<ReportRecord['tables'], 'two' | 'three' | 'four'>

/** The rows of a table, whichever it is; null where there is none. */
export const rowsOf = ({ two, three, four }: RecordTables, table: TableNumber): readonly (readonly Value[])[] | null => {
  if (table === 3) return three
  const row = table === 2 ? two : four
  return row === null ? null : [row]
}

/** The figure of a cell; null where the table or its figure is not there. */
export const valueAt = (tables: RecordTables, { table, row, column }: CellRef): Value => rowsOf(tables, table)?.[row]?.[column] ?? null

const trialTableTwo = (values: readonly Value[]): TrialTableTwo => {
  const at = (index: number): Value => values[index] ?? null
  const stock = (first: number) => ({ made: at(first), published: at(first + 1), total: at(first + 2) })
  const decisions = (first: number) => ({ previous: at(first), change: at(first + 1), decisions: at(first + 2) })
  const [regulations = 0, documents = 0, licensing = 0, others = 0, penalties = 0, compulsion = 0, fees = 0, procurement = 0] = TABLE_TWO[
    '2019'
  ].map(({ first }) => first)
  return {
    regulations: stock(regulations),
    normativeDocuments: stock(documents),
    licensing: decisions(licensing),
    otherServices: decisions(others),
    penalties: decisions(penalties),
    compulsion: decisions(compulsion),
    fees: { previous: at(fees), change: at(fees + 1) },
    procurement: { items: at(procurement), amountWanYuan: at(procurement + 1) },
  }
}

const values = (report: Report, table: TableNumber): Value[][] | null => {
  const { state, figures } = report.tables[table]
  return state === 'read' ? figures.map((row) => row.map(({ value }) => value)) : null
}

/** What a report says, as plain values. */
export const recordOf = (report: Report): ReportRecord => {
  const two = values(report, 2)?.[0] ?? null
  const trial = report.tables[2].form === '2019'
  return {
    edition: report.edition,
    title: report.title?.text ?? null,
    agency: report.agency,
    year: report.year,
    sections: report.sections.map(({ number, title, paragraphs }) => ({ number, title, paragraphs: paragraphs.map(({ text }) => text) })),
    tables: {
      two: trial ? null : two,
      ...(trial && two !== null && { two2019: trialTableTwo(two) }),
      three: values(report, 3),
      four: values(report, 4)?.[0] ?? null,
    },
  }
}
