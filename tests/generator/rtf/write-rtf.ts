import { type Piece, piecesOf } from '../decoys.ts'
import { edgeTwips, type LaidCell, layTable, type WordModel } from '../word97/model.ts'
import { encodeGbk } from './encode-gbk.ts'

/** How letters beyond ASCII are written: as Word with Chinese settings does, or as LibreOffice does. */
export type RtfStyle = { readonly style: 'unicode' | 'gbk' }
type Write = (text: string) => string

const ESCAPED = /[\\{}]/g

const asUnicode = (letter: string): string =>
  Array.from({ length: letter.length }, (_, index) => `\\u${(letter.charCodeAt(index) << 16) >> 16}?`).join('')

const asGbk = (letter: string): string => {
  const bytes = encodeGbk(letter)
  return bytes ? Array.from(bytes, (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('') : asUnicode(letter)
}

const writer =
  (style: RtfStyle['style']): Write =>
  (text) =>
    Array.from(text.replace(ESCAPED, '\\$&'), (letter) => {
      if (letter === '\n') return '\\par '
      if (letter === '\t') return '\\tab '
      return letter < '\x80' ? letter : style === 'gbk' ? asGbk(letter) : asUnicode(letter)
    }).join('')

const DOWN = { none: '', first: '\\clvmgf', continued: '\\clvmrg' }

/** Every way in which such letters are set; the letters themselves choose one. */
const SET_AS: Record<Piece['kind'], readonly string[]> = {
  plain: [''],
  raised: ['\\super', '\\up8\\fs16'],
  struck: ['\\strike', '\\striked1'],
  hidden: ['\\v', '\\cf1', '\\fs2'],
}

const writeCell = (cell: LaidCell, write: Write): string =>
  piecesOf(cell)
    .map(({ text, kind }) => {
      const ways = SET_AS[kind]
      const set = ways[(text.codePointAt(0) ?? 0) % ways.length] ?? ''
      return set === '' ? write(text) : `{${set} ${write(text)}}`
    })
    .join('')

const writeRow = (row: readonly LaidCell[], columns: number, write: Write): string => {
  const definition = row.map(({ to, down }) => `${DOWN[down]}\\cellx${edgeTwips(to, columns)}`).join('')
  const cells = row.map((cell) => `\\pard\\plain\\intbl\\f0 ${writeCell(cell, write)}\\cell`).join('\n')
  return `\\trowd\\trgaph108\\trleft0${definition}\n${cells}\n{\\trowd\\trgaph108\\trleft0${definition}\\row}`
}

/** Writes a small RTF file. It is ASCII throughout. */
export const writeRtf = ({ blocks }: WordModel, { style }: RtfStyle): Uint8Array => {
  const write = writer(style)
  const body = blocks.map((block) => {
    if (typeof block === 'string') return `\\pard\\plain\\f0 ${write(block)}\\par`
    const { columns, rows } = layTable(block)
    return rows.map((row) => writeRow(row, columns, write)).join('\n')
  })
  const head = `{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1\n{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}{\\colortbl;\\red255\\green255\\blue255;}`
  // After a table the file goes on with a paragraph, as every document ends with one.
  return new TextEncoder().encode(`${head}\n${body.join('\n')}\n${typeof blocks.at(-1) === 'string' ? '' : '\\pard\\plain\\par\n'}}`)
}
