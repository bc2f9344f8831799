import { fontTable, type SampleStyle, sections, settings, styleSheet } from './fixed-tables.ts'
import { padTo, u16, u32, utf16, zeros } from './little-endian.ts'
import { type Run, storedCharacters, storedParagraph, writePropertyPages } from './property-pages.ts'
import { writeCompoundFile } from './write-compound-file.ts'

/** A stretch of letters that share their properties, given as the bytes of a list of property changes. */
export type Letters = { readonly text: string; readonly modifiers?: readonly number[] }
/** A paragraph, cell or row: its letters, the last of which is its end mark. */
export type Part = { readonly letters: readonly Letters[]; readonly modifiers: readonly number[]; readonly style?: number }

export type Word97Parts = {
  readonly body: readonly Part[]
  readonly textBoxes?: readonly Part[]
  /** Definitions of lists and their use (PlfLst with its levels, PlfLfo); the levels do not count for the length of the first. */
  readonly lists?: { readonly heads: readonly number[]; readonly levels: readonly number[]; readonly overrides: readonly number[] }
  /** Flags of the file information block besides the choice of the table stream. */
  readonly flags?: number
  readonly version?: number
  /** Styles from number 15 on. */
  readonly styles?: readonly SampleStyle[]
  readonly fonts?: readonly string[]
  /** What the stream `Data` begins with. */
  readonly data?: readonly number[]
}

const TEXT_AT = 1536
const PAGE = 512
const PAIRS = 93
const SECOND_TABLE = 0x0200
/** Row ends of wide tables have more properties than go on a page: they stand in the stream `Data`. */
const MOST_ON_PAGE = 200
const HUGE = 0x6646

const letterCount = (parts: readonly Part[]): number =>
  parts.flatMap(({ letters }) => letters).reduce((sum, { text }) => sum + text.length, 0)

type Pairs = Map<number, { at: number; length: number }>

const informationBlock = (parts: Word97Parts, pairs: Pairs, length: number): number[] => {
  const boxes = letterCount(parts.textBoxes ?? [])
  const counts = [length, 0, 0, letterCount(parts.body), 0, 0, 0, 0, 0, boxes, ...Array.from({ length: 12 }, () => 0)]
  const base = [0xa5ec, parts.version ?? 0xc1, 0, 0x0804, 0, (parts.flags ?? 0) | SECOND_TABLE, 0xbf].flatMap(u16)
  return [
    ...base,
    ...zeros(10),
    ...u32(TEXT_AT),
    ...u32(length),
    ...u16(14),
    ...zeros(28),
    ...u16(22),
    ...counts.flatMap(u32),
    ...u16(PAIRS),
    ...Array.from({ length: PAIRS }, (_, index) => pairs.get(index) ?? { at: 0, length: 0 }).flatMap(({ at, length: size }) => [
      ...u32(at),
      ...u32(size),
    ]),
  ]
}

/** Writes a Word 97 file, part by part: one piece of UTF-16 text, with its properties on pages behind it. */
export const writeWord97Parts = (file: Word97Parts): Uint8Array => {
  const parts = [...file.body, ...(file.textBoxes ?? [])]
  const text = parts.flatMap(({ letters }) => letters.map((stretch) => stretch.text)).join('')
  const data: number[] = [...(file.data ?? [])]
  const store = (modifiers: readonly number[], style?: number): number[] => {
    if (modifiers.length <= MOST_ON_PAGE) return storedParagraph(modifiers, style)
    const at = data.length
    data.push(...u16(modifiers.length), ...modifiers)
    return storedParagraph([...u16(HUGE), ...u32(at)])
  }

  let place = TEXT_AT
  const characterRuns: Run[] = []
  const paragraphRuns = parts.map(({ letters, modifiers, style }): Run => {
    for (const stretch of letters) {
      place += stretch.text.length * 2
      characterRuns.push({ end: place, stored: storedCharacters(stretch.modifiers ?? []) })
    }
    return { end: place, stored: store(modifiers, style) }
  })

  const start = padTo([...zeros(TEXT_AT), ...utf16(text)], PAGE)
  const paragraphs = writePropertyPages(TEXT_AT, paragraphRuns, 'paragraphs', start.length / PAGE)
  const characters = writePropertyPages(TEXT_AT, characterRuns, 'characters', (start.length + paragraphs.pages.length) / PAGE)
  const body = [...start, ...paragraphs.pages, ...characters.pages]

  const table: number[] = []
  const pairs: Pairs = new Map()
  const add = (index: number, bytes: readonly number[], behind: readonly number[] = []) => {
    pairs.set(index, { at: table.length, length: bytes.length })
    table.push(...padTo([...bytes, ...behind], 2))
  }
  const piece = [...u32(0), ...u32(text.length), ...u16(0), ...u32(TEXT_AT), ...u16(0)]
  add(1, styleSheet(file.styles))
  add(6, sections(letterCount(file.body)))
  add(12, characters.list)
  add(13, paragraphs.list)
  add(15, fontTable(file.fonts ?? ['SimSun']))
  add(31, settings())
  add(33, [2, ...u32(piece.length), ...piece])
  if (file.lists) {
    add(73, file.lists.heads, file.lists.levels)
    add(74, file.lists.overrides)
  }
  const information = informationBlock(file, pairs, body.length)
  body.splice(0, information.length, ...information)
  return writeCompoundFile({ WordDocument: body, '1Table': table, ...(data.length > 0 && { Data: data }) })
}
