import { textWidth } from '../text/pdf-table.ts'
import { hex, pdfStream } from './pdf-objects.ts'

/**
 * `mapped`: codes with a table that says which characters they are · `named`: a Chinese font that the reader must know, by the codes of
 * its encoding · `meaningless`: codes, and nothing that says what they mean.
 */
export type PdfFontKind = 'mapped' | 'named' | 'meaningless'

const MOST_IN_BLOCK = 100
/** Where codes of the font that says nothing begin: characters for private use. */
const PRIVATE = 0xe000

const characterTable = (letters: readonly string[]): string => {
  const blocks: string[] = []
  for (let at = 0; at < letters.length; at += MOST_IN_BLOCK) {
    const block = letters.slice(at, at + MOST_IN_BLOCK)
    blocks.push(`${block.length} beginbfchar\n${block.map((letter) => `<${hex(letter)}> <${hex(letter)}>`).join('\n')}\nendbfchar`)
  }
  return pdfStream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`,
  )
}

/** The widths of single letters beyond ASCII that are not as wide as high: marks without width, digits of other scripts. */
const narrowLetters = (letters: readonly string[]): string =>
  letters
    .filter((letter) => letter > '~' && textWidth(letter) < 2)
    .map((letter) => `${letter.charCodeAt(0)} [${textWidth(letter) * 500}]`)
    .join(' ')

/** The objects of a font, the first of them the font itself; `first` is its number. Letters of ASCII are half as wide as others. */
export const fontObjects = (kind: PdfFontKind, first: number, letters: readonly string[]): string[] => {
  const named = kind === 'named'
  const [ordering, halves] = named ? ['GB1', '1 95 500'] : ['Identity', `32 126 500 ${narrowLetters(letters)}`]
  const table = kind === 'mapped' ? `/ToUnicode ${first + 3} 0 R` : ''
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${named ? 'UniGB-UCS2-H' : 'Identity-H'} /DescendantFonts [${first + 1} 0 R] ${table} >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ${first + 2} 0 R /DW 1000 /W [${halves}] >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 90 >>',
    ...(kind === 'mapped' ? [characterTable(letters)] : []),
  ]
}

/** A text as the codes of a font. */
export const codesOf = (kind: PdfFontKind, text: string): string =>
  hex(kind === 'meaningless' ? Array.from(text, (letter) => String.fromCharCode(PRIVATE + (letter.charCodeAt(0) % 0x1000))).join('') : text)
