import { cellText } from '../document/document.ts'
import type { Reading } from '../document/reading.ts'
import { decodeText } from '../readers/encoding/decode-text.ts'
import { readFile } from '../readers/read-file.ts'
import type { ReadTools } from '../readers/reader.ts'

/** The rows of a list's file, each at its place: the first row of the sheet is the first here. */
export type AgencyRows = { readonly rows: readonly (readonly string[])[] } | { readonly refused: string }

const NOT_A_LIST = '单位名单应是 Excel 工作簿(xlsx、xls)或 CSV 文件'

const sheetRows = (reading: Exclude<Reading, { unreadable: unknown }>): string[][] => {
  const rows: string[][] = []
  const table = reading.document.blocks.find((block) => block.kind === 'table')
  for (const cell of table?.rows.flat() ?? []) {
    const { row = 1, cell: column = 1 } = cell.source
    while (rows.length < row) rows.push([])
    const cells = rows[row - 1] ?? []
    while (cells.length < column) cells.push('')
    cells[column - 1] = cellText(cell)
  }
  return rows
}

/** In a browser the library's own build of its parser, which brings its Buffer along. */
const csvRows = async (bytes: Uint8Array): Promise<AgencyRows> => {
  const { parse } = await import('csv-parse/browser/esm/sync')
  const { text } = decodeText(bytes)
  const [firstLine = ''] = text.split('\n', 1)
  try {
    return { rows: parse(text, { bom: true, delimiter: firstLine.includes('\t') ? '\t' : ',', relax_column_count: true }) }
  } catch (error) {
    return { refused: `CSV 文件有误:${error instanceof Error ? error.message : String(error)}` }
  }
}

/** Reads the file of a list of agencies: the first sheet of a workbook, or CSV in any usual encoding. */
export const readAgencyFile = async (bytes: Uint8Array, tools: ReadTools): Promise<AgencyRows> => {
  const reading = await readFile(bytes, tools)
  const format = 'unreadable' in reading ? reading.format : reading.document.format
  if (format === 'txt') return csvRows(bytes)
  if (format !== 'xlsx' && format !== 'xls') return { refused: NOT_A_LIST }
  return 'unreadable' in reading ? { refused: '工作簿无法读取:可能已损坏或加密' } : { rows: sheetRows(reading) }
}
