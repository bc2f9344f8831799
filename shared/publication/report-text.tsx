import type { TableNumber } from '../form/edition.ts'
import { CHINESE_ORDINALS, type SectionNumber } from '../form/sections.ts'
import type { DrawFigure } from './form-table.tsx'
import { ReportTableView, type ShownTable } from './report-table.tsx'

type Text = { readonly text: string }

/** As much of a report as its page prints. */
export type PrintedReport = {
  readonly preface: readonly Text[]
  readonly sections: readonly { readonly number: SectionNumber; readonly title: string; readonly paragraphs: readonly Text[] }[]
  readonly tables: Readonly<Record<TableNumber, ShownTable>>
}

export const Paragraphs = ({ passages }: { passages: readonly Text[] }) => passages.map(({ text }, index) => <p key={`${index}`}>{text}</p>)

/** The table that follows the text of a section. */
export const TABLE_OF_SECTION = { 1: null, 2: 2, 3: 3, 4: 4, 5: null, 6: null } as const satisfies Record<SectionNumber, TableNumber | null>

type SectionProps = { readonly report: PrintedReport; readonly number: SectionNumber; readonly figure?: DrawFigure | undefined }

/** A section of the report, followed by its table; `figure` draws the figures of who shows more than the page does. */
export const ReportSection = ({ report, number, figure }: SectionProps) => {
  const table = TABLE_OF_SECTION[number]
  return (
    <>
      {report.sections
        .filter((section) => section.number === number)
        .map((section) => (
          <>
            <h2>{`${CHINESE_ORDINALS[number - 1]}、${section.title}`}</h2>
            <Paragraphs passages={section.paragraphs} />
          </>
        ))}
      {table !== null && <ReportTableView number={table} table={report.tables[table]} figure={figure} />}
    </>
  )
}
