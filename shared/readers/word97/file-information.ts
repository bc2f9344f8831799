import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'

/** The tables of a Word file that are read here, by their place in the list of the file information block ([MS-DOC] 2.5.6). */
const PLACES = { styles: 1, characterPages: 12, paragraphPages: 13, fonts: 15, pieces: 33, lists: 73, listOverrides: 74 } as const

/** Where a table stands in the table stream. */
export type Stretch = { readonly at: number; readonly length: number }

/** The block at the start of a Word file that says where everything is. */
export type FileInformation = {
  readonly tableStream: '0Table' | '1Table'
  readonly bodyLength: number
  /** The characters of all text boxes, which follow other stories behind the body. */
  readonly textBoxes: Stretch
  readonly tables: Readonly<Record<keyof typeof PLACES, Stretch>>
}

const WORD_97 = 0xa5ec
const WORD_6 = 0xa5dc
const FIRST_WORD_97_VERSION = 0xc1
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200

export const readFileInformation = (main: ByteView): FileInformation => {
  const kind = main.u16(0)
  if (kind === WORD_6 || (kind === WORD_97 && main.u16(2) < FIRST_WORD_97_VERSION)) throw new UnreadableError('old-format')
  if (kind !== WORD_97) throw new UnreadableError('damaged')
  const flags = main.u16(10)
  if (flags & ENCRYPTED) throw new UnreadableError('encrypted')

  const counts = 34 + 2 * main.u16(32) + 2
  const pairs = counts + 4 * main.u16(counts - 2) + 2
  const count = (index: number): number => {
    const characters = main.i32(counts + index * 4)
    if (characters < 0) throw new UnreadableError('damaged')
    return characters
  }
  const known = main.u16(pairs - 2)
  const table = (index: number): Stretch =>
    index < known ? { at: main.u32(pairs + index * 8), length: main.u32(pairs + index * 8 + 4) } : { at: 0, length: 0 }

  // Body, footnotes, headers, comments, endnotes, text boxes, in this order; the sixth count is of no text any more.
  const body = count(3)
  const beforeTextBoxes = body + count(4) + count(5) + count(7) + count(8)
  return {
    tableStream: flags & SECOND_TABLE ? '1Table' : '0Table',
    bodyLength: body,
    textBoxes: { at: beforeTextBoxes, length: count(9) },
    tables: {
      styles: table(PLACES.styles),
      characterPages: table(PLACES.characterPages),
      paragraphPages: table(PLACES.paragraphPages),
      fonts: table(PLACES.fonts),
      pieces: table(PLACES.pieces),
      lists: table(PLACES.lists),
      listOverrides: table(PLACES.listOverrides),
    },
  }
}
