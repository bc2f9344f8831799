import { BLACK, type Font, PLAIN_FONT, WHITE } from '../seen-text/seen-text.ts'
import { CLOSE, END, OPEN, type XmlScanner } from '../xml/scanner.ts'
import { isOn } from './vocabulary.ts'

/** Colours of the old palette and of the theme that nearly every file has at these places; black and white are what tells hidden letters. */
const INDEXED: Readonly<Record<string, string>> = { 0: BLACK, 1: WHITE, 8: BLACK, 9: WHITE, 64: BLACK, 65: WHITE }
const THEME: Readonly<Record<string, string>> = { 0: WHITE, 1: BLACK }

/** The colour of the element just opened: `RRGGBB`, or the name of a place in a palette. */
export const colorOf = (xml: XmlScanner, absent: string): string => {
  const [rgb, theme, indexed] = [xml.attribute('rgb'), xml.attribute('theme'), xml.attribute('indexed')]
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase()
  const tint = xml.attribute('tint')
  if (theme !== undefined) return tint === undefined || Number(tint) === 0 ? (THEME[theme] ?? `theme ${theme}`) : `theme ${theme} ${tint}`
  return indexed === undefined ? absent : (INDEXED[indexed] ?? `indexed ${indexed}`)
}

const SETS: Readonly<Record<string, Font['set']>> = { superscript: 'raised', subscript: 'lowered' }

/** Reads the font whose element (`font` of the styles, `rPr` of a run) was just opened, to its end. */
export const readFont = (xml: XmlScanner): Font => {
  const font: { -readonly [Key in keyof Font]: Font[Key] } = { ...PLAIN_FONT }
  const depth = xml.depth
  for (let token = xml.next(); token !== END && !(token === CLOSE && xml.depth < depth); token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 's:strike') font.struck = isOn(xml.attribute('val'), true)
    else if (xml.name === 's:vertAlign') font.set = SETS[xml.attribute('val') ?? ''] ?? 'on-line'
    else if (xml.name === 's:sz') font.size = Number(xml.attribute('val') ?? PLAIN_FONT.size)
    else if (xml.name === 's:color') font.color = colorOf(xml, BLACK)
  }
  return font
}
