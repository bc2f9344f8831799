import type { CellObject, WorkBook } from '@e965/xlsx'
import type { Block, Row } from '../../document/document.ts'
import { cellText } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type Content, type ReadLimits, UnreadableError } from '../reader.ts'
import type { Sheet } from './library.ts'
import { rowsOf } from './sheet-rows.ts'
import { showSheet } from './shown-sheet.ts'

/** 一、 to 六、, as the sections of a report are numbered. */
const SECTION_NAME = /^\s*[一二三四五六]、\s*\S/
/** So many letters of a heading tell it. */
const TELLING_LETTERS = 4

const withoutSpace = (text: string): string => text.replace(/\s+/g, '')

/** Whether a row of the sheet says itself what the sheet's name says. */
const holdsHeading = (rows: readonly Row[], name: string): boolean =>
  rows
    .flat()
    .map((cell) => withoutSpace(cellText(cell)))
    .some((text) => text.startsWith(name) || (text.length > TELLING_LETTERS && name.startsWith(text)))

export type SheetFacts = {
  /** Whether the sheet, by its number from 0, has a picture on it; undefined for a sheet without cells, such as a chart. */
  readonly hasPicture: (sheet: number) => boolean | undefined
  readonly textOf: (cell: CellObject) => string
}

const namesSection = (name: string, rows: readonly Row[]): boolean => SECTION_NAME.test(name) && !holdsHeading(rows, withoutSpace(name))

/** Each sheet that is shown and holds anything, as one table; before it its name, where that alone tells the section. */
export const blocksOf = (book: WorkBook, { hasPicture, textOf }: SheetFacts, limits: ReadLimits): Content => {
  const blocks: Block[] = []
  const remarks = new Set<Remark>()
  let table = 1
  for (const [index, name] of book.SheetNames.entries()) {
    const pictured = hasPicture(index)
    if (pictured === undefined) continue
    const sheet: Sheet | undefined = book.Sheets[name]
    if (sheet === undefined) throw new UnreadableError('damaged') // the library passes over a sheet that it cannot read
    const shown = showSheet(sheet, textOf, limits)
    const holdsText = shown.rows.length > 0
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    if (shown.leftOut || (isHidden && holdsText)) remarks.add('hidden-text-left-out')
    if (isHidden || !(holdsText || pictured)) continue
    const rows = rowsOf(shown, { sheet: name, table }, limits)
    if (namesSection(name, rows)) blocks.push({ kind: 'paragraph', text: name.trim(), source: { sheet: name } })
    if (holdsText) blocks.push({ kind: 'table', rows, source: { sheet: name, table: table++ } })
    if (pictured) blocks.push({ kind: 'picture', source: { sheet: name } })
  }
  return { blocks, remarks }
}
