/** Tags and text → blocks. Whatever is missing or misplaced is taken as browsers take it. */
import type { Block, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, tooDeep, tooMany, UnreadableError } from '../reader.ts'
import { splitLines } from '../text/lines.ts'
import { BLOCKS, FIELDS, isSmallPicture, NEVER_READ, tableRank, VOID } from './elements.ts'
import { type Choice, inputText, startChoice } from './form-field.ts'
import { type LeftOut, leftOut } from './left-out.ts'
import { startLine } from './line.ts'
import { type OpenElement, OpenElements, type PutIn } from './open-elements.ts'
import { type OpenTable, openTable } from './open-table.ts'
import { sheetsOf } from './page-sheets.ts'
import { type Attributes, eachTag } from './tags.ts'
import { collapseSpace, trimLine } from './white-space.ts'

type Page = { readonly blocks: readonly Block[]; readonly remarks: readonly Remark[] }
/** A table being read, and where it goes when it is done. */
type Frame = { readonly table: OpenTable; readonly outer: Block[] }

/** Reads a page in `pieces` (as `eachTag` takes them); `sheets` are style sheets that come with the page in parts of their own. */
export const readPage = (
  pieces: readonly string[],
  limits: Pick<ReadLimits, 'cells' | 'nesting'>,
  sheets: readonly string[] = [],
): Page => {
  const blocks: Block[] = []
  const remarks = new Set<Remark>()
  const frames: Frame[] = []
  let [spent, tables, paragraphs, preformatted, inserted]: [number, number, number, number, number] = [0, 0, 0, 0, 0]
  const rules = sheetsOf(pieces, sheets)
  const elements = new OpenElements(rules)
  const line = startLine()
  let choice: Choice | undefined
  let pictures = 0
  let unread: { readonly element: LeftOut; readonly remark: Remark | undefined; readonly isDoubtful: boolean } | undefined

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
    const raw = line.take()
    const text = raw === '' ? raw : preformatted > 0 ? trimLine(raw) : collapseSpace(raw)
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

  const isInCell = (): boolean => frames.at(-1)?.table.cell() !== undefined

  const leaveOut = ({ name, look }: OpenElement): boolean => {
    const never = NEVER_READ.has(name) && !(FIELDS.has(name) && isInCell())
    if (!look.gone && name !== 'del' && !never) return false
    spend(1)
    if (BLOCKS.has(name)) endLine()
    endParts(name)
    const remark = look.gone ? 'hidden-text-left-out' : 'tracked-changes-accepted'
    unread = {
      element: leftOut(name),
      remark: never ? undefined : remark,
      isDoubtful: look.uncertain || (name === 'svg' && look.letters === 'seen' && !look.gone),
    }
    return true
  }

  /** Words that are not seen, or struck out: what stands on both sides of them does not meet. */
  const passOver = (piece: string, remark: Remark, gap: boolean): void => {
    if (piece.trim() === '') return
    remarks.add(remark)
    if (gap) line.add(' ', { level: 0, moved: false })
  }

  const show = (piece: string, look = elements.look): void => {
    if (piece === '') return
    if ((look.uncertain || (look.displaced && look.letters === 'seen' && !look.struck)) && /\p{Nd}/u.test(piece))
      frames.at(-1)?.table.doubt('shown-otherwise')
    if (look.letters !== 'seen') passOver(piece, 'hidden-text-left-out', look.letters === 'gap')
    else if (look.struck) passOver(piece, 'struck-text-left-out', true)
    // Small letters above others say how they are read; a digit there is told.
    else if (elements.has('rt') && !/\d/.test(piece)) return
    else line.add(look.turned ? `\u202e${piece}\u202c` : piece, look)
  }

  const showPutIn = (put: PutIn | undefined): void => {
    if (put?.look.uncertain) frames.at(-1)?.table.doubt('shown-otherwise')
    if (put !== undefined) show(put.text, put.look)
  }

  /** A picture, a field, a rule: it holds nothing. */
  const openVoid = ({ name, look }: OpenElement, attributes: Attributes): void => {
    if (look.gone) return
    if (BLOCKS.has(name) || name === 'br') endLine()
    if (name === 'img' && !isSmallPicture(attributes)) pictures++
    if (name === 'input' && isInCell()) show(inputText(attributes))
  }

  const open = (name: string, attributes: Attributes): void => {
    if (unread?.element.open(name) === 'inside') return
    unread = undefined
    const element = elements.describe(name, attributes)
    if (VOID.has(name)) {
      openVoid(element, attributes)
      return
    }
    if (leaveOut(element)) return
    if (BLOCKS.has(name)) endLine()
    const before = elements.open(element)
    if (name === 'pre') preformatted++
    else if (name === 'ins') inserted++
    else if (name === 'select') choice = startChoice()
    else if (name === 'option') choice?.option(attributes)
    else openPart(name, attributes)
    show(before)
    showPutIn(element.pseudo.before)
  }

  const close = (name: string): void => {
    const fate = unread?.element.close(name)
    if (fate === 'inside') return
    unread = undefined
    if (fate !== 'ended') showPutIn(elements.after(name))
    if (BLOCKS.has(name)) endLine()
    if (fate === 'ended') return
    elements.close(name)
    if (name === 'select' && choice !== undefined) {
      const { shown } = choice
      choice = undefined
      show(shown())
    } else if (name === 'pre' && preformatted > 0) preformatted--
    else if (name === 'ins' && inserted > 0) inserted--
    else if (name === 'table') closeTable()
    else endParts(name)
  }

  const showLines = (piece: string): void => {
    for (const { text: words, line: at } of splitLines(piece)) {
      if (at > 1) {
        spend(1)
        endLine()
      }
      show(words)
    }
  }

  const text = (piece: string): void => {
    if (unread !== undefined) {
      if (unread.isDoubtful && /\d/.test(piece)) frames.at(-1)?.table.doubt('shown-otherwise')
      if (unread.remark !== undefined && piece.trim() !== '') remarks.add(unread.remark)
      return
    }
    if (choice !== undefined) {
      choice.text(piece)
      return
    }
    if (inserted > 0 && piece.trim() !== '') remarks.add('tracked-changes-accepted')
    if (preformatted === 0) show(piece)
    else showLines(piece)
  }

  eachTag(pieces, { open, close, text }, rules.asked.attributes)
  endLine()
  while (frames.length > 0) closeTable()
  return { blocks, remarks: [...remarks] }
}
