import { strFromU8, strToU8, unzipSync } from 'fflate'
import { type Piece, piecesOf } from '../decoys.ts'
import type { SampleCell } from '../sample-document.ts'
import { zipParts } from '../zip-parts.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Fonts of a run as Excel writes them; hidden letters have the colour of the paper. */
const FONTS: Record<Piece['kind'], string> = {
  plain: '<sz val="11"/><color theme="1"/><rFont val="宋体"/>',
  raised: '<vertAlign val="superscript"/><sz val="11"/><color theme="1"/><rFont val="宋体"/>',
  struck: '<strike/><sz val="11"/><color theme="1"/><rFont val="宋体"/>',
  hidden: '<sz val="11"/><color rgb="FFFFFFFF"/><rFont val="宋体"/>',
}

const richText = (cell: SampleCell): string =>
  piecesOf(cell)
    .map(({ text, kind }) => `<r><rPr>${FONTS[kind]}</rPr><t xml:space="preserve">${escaped(text)}</t></r>`)
    .join('')

/** A sheet's part with these cells, by their names such as `C7`, as rich text. */
const withRich = (xml: string, cells: ReadonlyMap<string, SampleCell>): string =>
  xml.replace(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs, (whole, name: string) => {
    const cell = cells.get(name)
    return cell === undefined ? whole : `<c r="${name}" t="inlineStr"><is>${richText(cell)}</is></c>`
  })

/** The library writes no fonts: cells with decoys, by sheet from 0, are put into the finished file. */
export const withRichCells = (bytes: Uint8Array, sheets: readonly ReadonlyMap<string, SampleCell>[]): Uint8Array => {
  if (sheets.every(({ size }) => size === 0)) return bytes
  const parts = unzipSync(bytes)
  for (const [index, cells] of sheets.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`
    parts[name] = strToU8(withRich(strFromU8(parts[name] ?? new Uint8Array()), cells))
  }
  return zipParts(parts)
}
