/** Tags and text → blocks. Whatever is missing or misplaced is taken as browsers take it. */
import type { Block, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, tooDeep, tooMany, UnreadableError } from '../reader.ts'
import { splitLines } from '../text/lines.ts'
import { BLOCKS, isHidden, isSmallPicture, NEVER_READ, tableRank, VOID } from './elements.ts'
import { type LeftOut, leftOut } from './left-out.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { type Attributes, eachTag } from './tags.ts'
import { collapseSpace, trimLine } from './white-space.ts'

type Page = { readonly blocks: readonly Block[]; readonly remarks: readonly Remark[] }
/** A table being read, and where it goes when it is done. */
type Frame = { readonly table: OpenTable; readonly outer: Block[] }

export const readPage = (html: string, limits: Pick<ReadLimits, 'cells' | 'nesting'>): Page => {
  const blocks: Block[] = []
  const remarks = new Set<Remark>()
  const frames: Frame[] = []
  let [spent, tables, paragraphs, preformatted, inserted]: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  let raw = ''
  let pictures = 0
  let unread: { readonly element: LeftOut; readonly remark: Remark | undefined } | undefined

  const spend = (slots: number): void => {
    spent += slots
    if (spent > limits.cells) throw new UnreadableError('too-complex', tooMany(limits))
  }

  /** Text between cells goes before the table, as browsers show it. */
  const target = (): Block[] => {
    const frame = frames.at(-1)
    return frame === undefined ? blocks : (frame.table.cell()?.blocks ?? frame.outer)
  }
  const place = (): Source => frames.findLast(({ table }) => table.cell())?.table.cell()?.source ?? { paragraph: ++paragraphs }

  const endLine = (): void => {
    const text = preformatted > 0 ? trimLine(raw) : collapseSpace(raw)
    raw = ''
    if (text !== '') {
      spend(1)
      target().push({ kind: 'paragraph', text, source: place() })
    }
    for (; pictures > 0; pictures--) target().push({ kind: 'picture', source: place() })
  }

  const closeTable = (): void => {
    const frame = frames.pop()
    if (frame === undefined) return
    const table = frame.table.finish()
    if (table.rows.length > 0) frame.outer.push(table)
  }
  const beginTable = (): void => {
    while (frames.length > 0 && frames.at(-1)?.table.cell() === undefined) closeTable()
    if (frames.length >= limits.nesting) throw new UnreadableError('too-complex', tooDeep(limits))
    frames.push({ outer: target(), table: openTable(++tables, spend) })
  }

  /** Ends what a new part of a table ends, though its closing tag is missing. */
  const endParts = (name: string): void => {
    const table = frames.at(-1)?.table
    const rank = tableRank(name)
    if (rank === 1) table?.closeCell()
    if (rank === 2) table?.closeRow()
    if (rank === 3) table?.closeSection()
  }
  const openPart = (name: string, attributes: Attributes): void => {
    const table = frames.at(-1)?.table
    const rank = tableRank(name)
    if (rank === 1) table?.openCell(attributes)
    if (rank === 2) table?.openRow()
    if (rank === 3) table?.openSection(name)
    if (rank === 4) beginTable()
  }

  const leaveOut = (name: string, attributes: Attributes): boolean => {
    if (VOID.has(name)) return isHidden(attributes)
    const hidden = isHidden(attributes) && name !== 'body' && name !== 'html' // a page that a script shows
    if (!hidden && name !== 'del' && !NEVER_READ.has(name)) return false
    spend(1)
    if (BLOCKS.has(name)) endLine()
    endParts(name)
    const never = NEVER_READ.has(name)
    unread = { element: leftOut(name), remark: never ? undefined : hidden ? 'hidden-text-left-out' : 'tracked-changes-accepted' }
    return true
  }

  const open = (name: string, attributes: Attributes): void => {
    if (unread?.element.open(name) === 'inside') return
    unread = undefined
    if (leaveOut(name, attributes)) return
    if (BLOCKS.has(name)) endLine()
    if (name === 'pre') preformatted++
    else if (name === 'ins') inserted++
    else if (name === 'img' && !isSmallPicture(attributes)) pictures++
    else openPart(name, attributes)
  }

  const close = (name: string): void => {
    const fate = unread?.element.close(name)
    if (fate === 'inside') return
    unread = undefined
    if (BLOCKS.has(name)) endLine()
    if (fate === 'ended') return
    if (name === 'pre' && preformatted > 0) preformatted--
    else if (name === 'ins' && inserted > 0) inserted--
    else if (name === 'table') closeTable()
    else endParts(name)
  }

  const text = (piece: string): void => {
    if (unread !== undefined) {
      if (unread.remark !== undefined && piece.trim() !== '') remarks.add(unread.remark)
      return
    }
    if (inserted > 0 && piece.trim() !== '') remarks.add('tracked-changes-accepted')
    if (preformatted === 0) raw += piece
    else
      for (const { text: words, line } of splitLines(piece)) {
        if (line > 1) {
          spend(1)
          endLine()
        }
        raw += words
      }
  }

  eachTag(html, { open, close, text })
  endLine()
  while (frames.length > 0) closeTable()
  return { blocks, remarks: [...remarks] }
}
