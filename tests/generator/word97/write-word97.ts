import { type Piece, piecesOf } from '../decoys.ts'
import { u16, u32 } from './little-endian.ts'
import { edgeTwips, type LaidCell, type LaidTable, layTable, type WordModel } from './model.ts'
import { type Letters, type Part, writeWord97Parts } from './write-parts.ts'

const [CELL_END, PARAGRAPH_END] = ['\x07', '\r']
/** The paragraph stands in a table. */
export const IN_TABLE = [...u16(0x2416), 1]
/** The mark ends a row. */
const ROW_END = [...u16(0x2417), 1]
const DEFINITION = 0xd608
const DOWN = { none: 0, first: 0x60, continued: 0x20 }

const definitionOf = (row: readonly LaidCell[], columns: number): number[] => {
  const edges = [0, ...row.map(({ to }) => to)].map((column) => edgeTwips(column, columns))
  const cells = row.flatMap(({ from, to, down }) => [
    ...u16(DOWN[down]),
    ...u16(edgeTwips(to, columns) - edgeTwips(from, columns)),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
  ])
  const operand = [row.length, ...edges.flatMap(u16), ...cells]
  return [...u16(DEFINITION), ...u16(operand.length + 1), ...operand]
}

/** The end of a row, which holds where its lines are drawn. */
export const rowEnd = (row: readonly LaidCell[], columns: number): Part => ({
  letters: [{ text: CELL_END }],
  modifiers: [...IN_TABLE, ...ROW_END, ...definitionOf(row, columns)],
})

/** Every way in which such letters are set; the letters themselves choose one. */
const SET_AS: Record<Piece['kind'], readonly (readonly number[])[]> = {
  plain: [[]],
  raised: [
    [...u16(0x2a48), 1],
    [...u16(0x4845), ...u16(8)],
  ],
  struck: [
    [...u16(0x0837), 1],
    [...u16(0x2a53), 1],
  ],
  hidden: [
    [...u16(0x083c), 0x81],
    [...u16(0x6870), 255, 255, 255, 0],
    [...u16(0x4a43), ...u16(2)],
  ],
}

const lettersOf = ({ text, kind }: Piece): Letters => {
  const ways = SET_AS[kind]
  return { text, modifiers: ways[(text.codePointAt(0) ?? 0) % ways.length] ?? [] }
}

const cellParts = (cell: LaidCell): Part[] => {
  if (cell.decoy !== undefined) return [{ letters: [...piecesOf(cell).map(lettersOf), { text: CELL_END }], modifiers: IN_TABLE }]
  return cell.text.split('\n').map((line, index, { length }) => ({
    letters: [{ text: line + (index + 1 < length ? PARAGRAPH_END : CELL_END) }],
    modifiers: IN_TABLE,
  }))
}

const tableParts = ({ columns, rows }: LaidTable): Part[] => rows.flatMap((row) => [...row.flatMap(cellParts), rowEnd(row, columns)])

export const paragraph = (text: string): Part => ({ letters: [{ text: text + PARAGRAPH_END }], modifiers: [] })

/** Writes a small Word 97 file; WPS Writer's .wps is the same. */
export const writeWord97 = ({ blocks }: WordModel): Uint8Array => {
  const body = blocks.flatMap((block) => (typeof block === 'string' ? [paragraph(block)] : tableParts(layTable(block))))
  // A document ends with a paragraph.
  if (typeof blocks.at(-1) !== 'string') body.push(paragraph(''))
  return writeWord97Parts({ body })
}
