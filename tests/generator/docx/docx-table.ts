import { piecesOf } from '../decoys.ts'
import { placed, type SampleCell, type SampleTable } from '../sample-document.ts'
import { decoyRun } from './decoy-runs.ts'

export const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const run = (text: string): string =>
  `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** How a layout writes the words of a paragraph, the content of a cell, a whole row. */
export type Style = {
  readonly runs: (text: string) => string
  readonly cellRuns: (cell: SampleCell) => string
  readonly row: (xml: string, index: number, table: SampleTable) => string
}

export const plainStyle: Style = { runs: run, cellRuns: ({ text }) => (text === '' ? '' : run(text)), row: (xml) => xml }

const cellContent = ({ decoy, ...cell }: SampleCell, { cellRuns }: Style): string => {
  if (decoy === undefined) return cellRuns(cell)
  return piecesOf({ ...cell, decoy })
    .map(({ kind, text }) => (kind === 'plain' ? cellRuns(cell) : decoyRun(kind, text)))
    .join('')
}

const paragraph = (runs: string): string => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p>`

const cellXml = (cell: SampleCell, merge: '' | 'restart' | 'continue', content: string): string => {
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : ''
  const vertical = merge === '' ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  return `<w:tc><w:tcPr><w:tcW w:w="${cell.columnSpan * 900}" w:type="dxa"/>${span}${vertical}<w:vAlign w:val="center"/></w:tcPr>${paragraph(content)}</w:tc>`
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
)

/** A table whose merged cells are gridSpan across and vMerge down, as Word writes them. */
export const docxTable = (table: SampleTable, style: Style): string => {
  const places = placed(table)
  const rows = table.rows.map((_, row) => {
    const covering = places.filter((place) => place.row <= row && row < place.row + place.cell.rowSpan)
    const cells = covering
      .toSorted((a, b) => a.column - b.column)
      .map((place) => {
        if (place.row < row) return cellXml(place.cell, 'continue', '')
        return cellXml(place.cell, place.cell.rowSpan > 1 ? 'restart' : '', cellContent(place.cell, style))
      })
    return style.row(`<w:tr>${cells.join('')}</w:tr>`, row, table)
  })
  const grid = '<w:gridCol w:w="900"/>'.repeat(table.columns)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${BORDERS.join('')}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}
