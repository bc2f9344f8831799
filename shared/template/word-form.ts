import type { ITableCellOptions, Paragraph, Table } from 'docx'
import type { TableNumber } from '../form/edition.ts'
import { type LayoutCell, type PlacedCell, placedCells, type TableLayout } from '../form/layout.ts'
import { sectionHeading } from '../form/sections.ts'
import { type BlankForm, figureIn, SECTION_NUMBERS, tableOf } from './blank-form.ts'

/** Widths of columns in twentieths of a point; each row of them fills the page between its margins. */
const PAGE = { width: 11906, height: 16838, margin: 1134 }
const INSIDE = PAGE.width - 2 * PAGE.margin
const widths = (labels: readonly number[], figures: number): number[] => {
  const left = INSIDE - labels.reduce((sum, each) => sum + each, 0)
  return [...labels, ...Array<number>(figures).fill(Math.floor(left / figures))]
}
const COLUMNS: Record<TableNumber, readonly number[]> = { 2: widths([2700], 3), 3: widths([700, 1250, 2450], 7), 4: widths([], 15) }

/** Type as official papers have it, in half points: 小标宋 and 黑体 where they are there, else what Word puts in their place. */
const FONTS = {
  title: { font: '方正小标宋简体', size: 44 },
  heading: { font: '黑体', size: 32 },
  body: { font: '仿宋', size: 32 },
  cell: { font: '宋体', size: 21 },
  narrow: { font: '宋体', size: 18 },
}

/** The form as a Word file (docx), with the tables as the form prints them. */
export const wordForm = async (form: BlankForm): Promise<Uint8Array> => {
  const docx = await import('docx')
  const { AlignmentType, Document, LineRuleType, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } = docx

  const written = (text: string, type: (typeof FONTS)[keyof typeof FONTS]) => new TextRun({ text, font: type.font, size: type.size })
  const line = (text: string, type: keyof typeof FONTS, more: object = {}): Paragraph =>
    new Paragraph({
      spacing: { line: 560, lineRule: LineRuleType.EXACT },
      run: { font: FONTS[type].font, size: FONTS[type].size },
      children: text === '' ? [] : [written(text, FONTS[type])],
      ...more,
    })

  const textIn = (cell: LayoutCell): string => (cell.kind === 'figure' ? `${figureIn(form, cell.ref) ?? ''}` : cell.text)
  const tableCell = ({ cell, column }: PlacedCell, layout: TableLayout) => {
    const type = FONTS[layout.table === 2 ? 'cell' : 'narrow']
    const width = COLUMNS[layout.table].slice(column, column + cell.columns).reduce((sum, each) => sum + each, 0)
    const text = textIn(cell)
    const options: ITableCellOptions = {
      columnSpan: cell.columns,
      rowSpan: cell.rows,
      verticalAlign: 'center',
      width: { size: width, type: WidthType.DXA },
      children: [
        new Paragraph({
          alignment: cell.kind === 'head' && cell.heads === 'row' ? AlignmentType.LEFT : AlignmentType.CENTER,
          run: { font: type.font, size: type.size },
          children: text === '' ? [] : [written(text, type)],
        }),
      ],
    }
    return new TableCell(options)
  }
  const table = (layout: TableLayout): Table => {
    const placed = placedCells(layout)
    const heads = layout.parts.filter(({ kind }) => kind === 'head').reduce((sum, { rows }) => sum + rows.length, 0)
    return new Table({
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: INSIDE, type: WidthType.DXA },
      columnWidths: COLUMNS[layout.table],
      margins: { left: 40, right: 40 },
      rows: layout.parts
        .flatMap(({ rows }) => rows)
        .map(
          (_, row) =>
            new TableRow({
              cantSplit: true,
              ...(row < heads && { tableHeader: true }),
              height: { value: 400, rule: 'atLeast' },
              children: placed.filter((each) => each.row === row).map((each) => tableCell(each, layout)),
            }),
        ),
    })
  }

  const document = new Document({
    title: form.title,
    creator: form.agency ?? '',
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: 1440, bottom: 1440, left: PAGE.margin, right: PAGE.margin },
          },
        },
        children: [
          line(form.title, 'title', { alignment: AlignmentType.CENTER, spacing: { after: 400 } }),
          ...SECTION_NUMBERS.flatMap((section) => {
            const layout = tableOf(form, section)
            return [
              line(sectionHeading(section), 'heading', { keepNext: true, indent: { firstLine: 640 } }),
              layout === undefined ? line('', 'body', { indent: { firstLine: 640 } }) : table(layout),
            ]
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
