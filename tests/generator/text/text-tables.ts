import type { SampleCell, SampleTable } from '../sample-document.ts'

/** A table as lines of text. */
type TextTable = (table: SampleTable) => string[]

const oneLine = ({ text }: SampleCell): string => text.replaceAll('\n', ' ')

/** As scraped from a page: cells between bars, then a bar for each column that a merged cell covers. */
const padded: TextTable = ({ rows, columns }) =>
  rows.map((row) => {
    const pads = columns - row.length
    return `${row.map(oneLine).join(' | ')} |${pads > 0 ? ` ${'|'.repeat(pads)}` : ''}`
  })

const between =
  (separator: string, opening = '', closing = ''): TextTable =>
  ({ rows }) =>
    rows.map((row) => opening + row.map(oneLine).join(separator) + closing)

const cellLines =
  (...separator: string[]): TextTable =>
  ({ rows }) =>
    rows.flat().flatMap((cell, index) => (index === 0 ? [oneLine(cell)] : [...separator, oneLine(cell)]))

/** Layouts of plain text in which nothing but the order of the cells is left of a table. */
export const TEXT_TABLES = {
  'pipe-padded': padded,
  pipe: between(' | '),
  'pipe-leading': between(' | ', '| ', ' |'),
  tab: between('\t'),
  'cell-a-line': cellLines(),
  'cell-a-line-blank': cellLines(''),
  'cell-a-line-pipe': cellLines('|'),
  'one-line': ({ rows }: SampleTable) => [rows.flat().map(oneLine).join(' ')],
} as const satisfies Record<string, TextTable>
