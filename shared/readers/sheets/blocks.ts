import type { Block, Row } from '../../document/document.ts'
import { cellText } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import type { Content, ReadLimits } from '../reader.ts'
import type { SheetContent } from './sheet-content.ts'
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

/** A sheet of cells; one that is nothing but a chart is none. */
export type NamedSheet = { readonly name: string; readonly hidden: boolean; readonly hasPicture: boolean; readonly content: SheetContent }

const namesSection = (name: string, rows: readonly Row[]): boolean => SECTION_NAME.test(name) && !holdsHeading(rows, withoutSpace(name))

/** Each sheet that is shown and holds anything, as one table; before it its name, where that alone tells the section. */
export const blocksOf = (sheets: readonly NamedSheet[], limits: ReadLimits): Content => {
  const blocks: Block[] = []
  const remarks = new Set<Remark>()
  let table = 1
  for (const { name, hidden, hasPicture, content } of sheets) {
    const shown = showSheet(content, limits)
    const holdsText = shown.rows.length > 0
    if (shown.leftOut || (hidden && holdsText)) remarks.add('hidden-text-left-out')
    if (hidden || !(holdsText || hasPicture)) continue
    for (const remark of content.remarks) remarks.add(remark)
    const rows = rowsOf(shown, { sheet: name, table }, limits)
    if (namesSection(name, rows)) blocks.push({ kind: 'paragraph', text: name.trim(), source: { sheet: name } })
    if (holdsText) blocks.push({ kind: 'table', rows, source: { sheet: name, table: table++ } })
    if (hasPicture) blocks.push({ kind: 'picture', source: { sheet: name } })
  }
  return { blocks, remarks }
}
