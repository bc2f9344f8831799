import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { RowShape } from '../word-flow/drawn-row.ts'
import { SHADING_80_BYTES, SHADING_BYTES, shading, shading80 } from './colors.ts'
import { type Modifier, modifiersOf } from './modifiers.ts'
import { readRowDefinition, withMergeAcross, withMergeDown } from './row-definition.ts'

type Grounds = Readonly<Record<number, string | undefined>>

export type ParagraphProperties = {
  readonly inTable: boolean
  /** How many tables stand around the paragraph; Word 97 itself only says `inTable`. */
  readonly depth: number | undefined
  readonly rowEnd: boolean
  readonly innerCellEnd: boolean
  readonly innerRowEnd: boolean
  readonly shape: RowShape | undefined
  /** The colour behind the paragraph. */
  readonly ground: string | undefined
  /** The colours behind the cells of the row, by their number, and behind those that have none of their own. */
  readonly cellGrounds: Grounds
  readonly rowGround: string | undefined
  /** Of the row, in twips; negative: exactly so. */
  readonly height: number
  /** Number of the list override that numbers the paragraph, from 1; 0: not numbered; absent: as its style says. */
  readonly list: number | undefined
  readonly listLevel: number | undefined
}

const NONE: ParagraphProperties = {
  inTable: false,
  depth: undefined,
  rowEnd: false,
  innerCellEnd: false,
  innerRowEnd: false,
  shape: undefined,
  ground: undefined,
  cellGrounds: {},
  rowGround: undefined,
  height: 0,
  list: undefined,
  listLevel: undefined,
}

type Change = (list: ByteView, modifier: Modifier, before: ParagraphProperties) => Partial<ParagraphProperties>

const changedShape = ({ shape }: ParagraphProperties, change: (shape: RowShape) => RowShape) => ({ shape: shape && change(shape) })

type Shade = (list: ByteView, at: number) => string | undefined

/** The shadings of cells, one after the other, from the cell `first` on. */
const shadedFrom =
  (first: number, bytes: number, shade: Shade): Change =>
  (list, { at, size }, { cellGrounds }) => ({
    cellGrounds: {
      ...cellGrounds,
      ...Object.fromEntries(
        Array.from({ length: Math.floor(size / bytes) }, (_, index) => [first + index, shade(list, at + index * bytes)]),
      ),
    },
  })

/** One shading for the cells from the first number up to the second, without that. */
const shadedBetween =
  (shade: Shade): Change =>
  (list, { at }, { cellGrounds }) => {
    const [from, to] = [list.u8(at), list.u8(at + 1)]
    const ground = shade(list, at + 2)
    const cells = Array.from({ length: Math.max(0, to - from) }, (_, index) => [from + index, ground])
    return { cellGrounds: { ...cellGrounds, ...Object.fromEntries(cells) } }
  }

/** The changes that matter here, by their code in [MS-DOC]. */
const CHANGES = new Map<number, Change>([
  [0x2416, (list, { at }) => ({ inTable: list.u8(at) !== 0 })],
  [0x2417, (list, { at }) => ({ rowEnd: list.u8(at) !== 0 })],
  [0x244b, (list, { at }) => ({ innerCellEnd: list.u8(at) !== 0 })],
  [0x244c, (list, { at }) => ({ innerRowEnd: list.u8(at) !== 0 })],
  [0x6649, (list, { at }) => ({ depth: list.i32(at) })],
  [0x664a, (list, { at }, { depth = 0 }) => ({ depth: depth + list.i32(at) })],
  [0x460b, (list, { at }) => ({ list: list.u16(at) })],
  [0x260a, (list, { at }) => ({ listLevel: list.u8(at) })],
  [0xd608, (list, modifier) => ({ shape: readRowDefinition(list, modifier) })],
  [
    0xd62b,
    (list, { at, size }, before) => (size < 2 ? {} : changedShape(before, (shape) => withMergeDown(shape, list.u8(at), list.u8(at + 1)))),
  ],
  [0x442d, (list, { at }) => ({ ground: shading80(list, at) })],
  [0xc64d, (list, { at, size }) => (size < SHADING_BYTES ? {} : { ground: shading(list, at) })],
  [0x9407, (list, { at }) => ({ height: list.i16(at) })],
  [0xd609, shadedFrom(0, SHADING_80_BYTES, shading80)],
  [0xd612, shadedFrom(0, SHADING_BYTES, shading)],
  [0xd616, shadedFrom(22, SHADING_BYTES, shading)],
  [0xd60c, shadedFrom(44, SHADING_BYTES, shading)],
  [0x7627, shadedBetween(shading80)],
  [0xd62d, (list, modifier, before) => (modifier.size < 2 + SHADING_BYTES ? {} : shadedBetween(shading)(list, modifier, before))],
  [0xd660, (list, { at, size }) => (size < SHADING_BYTES ? {} : { rowGround: shading(list, at) })],
  [0x5624, (list, { at }, before) => changedShape(before, (shape) => withMergeAcross(shape, list.u8(at), list.u8(at + 1)))],
])
/** The list stands elsewhere. */
const ELSEWHERE = new Set([0x6645, 0x6646])

/** Lists too long for their page stand in the stream `Data`: wide rows have theirs there, row end and all. */
const listElsewhere = (data: ByteView | undefined, at: number): ByteView => {
  if (data === undefined) throw new UnreadableError('damaged')
  return data.slice(at + 2, data.u16(at))
}

/** What lists of property changes, laid one over the other, make of a paragraph. */
export const paragraphProperties = (lists: readonly (ByteView | undefined)[], data: ByteView | undefined): ParagraphProperties => {
  let properties = NONE
  const apply = (list: ByteView, modifier: Modifier) => {
    const change = CHANGES.get(modifier.code)
    if (change !== undefined) properties = { ...properties, ...change(list, modifier, properties) }
  }
  for (const list of lists) {
    if (list === undefined) continue
    for (const modifier of modifiersOf(list)) {
      apply(list, modifier)
      if (!ELSEWHERE.has(modifier.code)) continue
      const elsewhere = listElsewhere(data, list.u32(modifier.at))
      for (const inner of modifiersOf(elsewhere)) apply(elsewhere, inner)
    }
  }
  return properties
}

/** The number of tables around the paragraph. */
export const depthOf = ({ inTable, depth }: ParagraphProperties): number => Math.max(0, depth ?? (inTable ? 1 : 0))

/** The shape of the row that the paragraph ends. */
export const shapeOf = ({ shape, cellGrounds, rowGround, height }: ParagraphProperties): RowShape | undefined =>
  shape && { ...shape, height, grounds: shape.merges.map((_, index) => cellGrounds[index] ?? rowGround) }
