import { BLACK, WHITE } from '../seen-text/seen-text.ts'
import { isSymbolFont } from '../seen-text/symbol-fonts.ts'
import type { XmlScanner } from '../xml/scanner.ts'
import { isOn } from './names.ts'

/** `RRGGBB`; `auto` for black, or white on a dark ground; `none` where nothing is painted; `unknown` where it cannot be told. */
export type Color = string

/** How text is set, as far as it tells what a person sees; what is not said is left to what the text stands in. */
export type TextProperties = {
  hidden?: boolean
  struck?: boolean
  struckTwice?: boolean
  vertical?: 'raised' | 'lowered' | 'on-line'
  /** Above the line, in half points. */
  position?: number
  color?: Color
  /** What lies behind the letters: `highlight` before `fill`. */
  highlight?: Color
  fill?: Color
  /** Half points. */
  size?: number
  /** Of the usual width of letters, in percent. */
  width?: number
  font?: string
  /** Letters that are not painted. */
  unpainted?: boolean
}

const VERTICAL: Readonly<Record<string, TextProperties['vertical']>> = { superscript: 'raised', subscript: 'lowered' }
const HIGHLIGHTS: Readonly<Record<string, Color>> = {
  none: 'none',
  black: BLACK,
  white: WHITE,
  yellow: 'FFFF00',
  green: '00FF00',
  cyan: '00FFFF',
  magenta: 'FF00FF',
  blue: '0000FF',
  red: 'FF0000',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  darkGray: '808080',
  lightGray: 'C0C0C0',
}

/** Colours of nearly every theme; those of others stand beside their names as well. */
const THEME: Readonly<Record<string, Color>> = { background1: WHITE, light1: WHITE, text1: BLACK, dark1: BLACK, bg1: WHITE, lt1: WHITE }

const hex = (stated: string | undefined): Color | undefined => (/^[\da-f]{6}$/i.test(stated ?? '') ? stated?.toUpperCase() : undefined)

/** A colour of the theme counts before the one written beside it, unless it is shaded: that one is written out. */
const themed = (theme: string | undefined, changed: boolean, stated: string | undefined): Color =>
  (changed || theme === undefined ? undefined : THEME[theme]) ?? hex(stated) ?? (theme === undefined ? 'auto' : 'unknown')

const colorOf = (xml: XmlScanner): Color => {
  const stated = xml.value()
  if (stated === 'auto' && !xml.holds('theme')) return stated
  const changed = xml.holds('themeShade') || xml.holds('themeTint')
  return themed(xml.attribute('w:themeColor'), changed, stated)
}

/** What shading paints: a pattern of dots is neither of its colours. */
export const fillOf = (xml: XmlScanner): Color => {
  const pattern = xml.attribute('w:val') ?? 'clear'
  if (pattern === 'nil') return 'none'
  if (pattern !== 'clear' && pattern !== 'solid') return 'unknown'
  const [name, theme] = pattern === 'clear' ? ['w:fill', 'w:themeFill'] : ['w:color', 'w:themeColor']
  const color = themed(xml.attribute(theme), xml.holds(`${theme.slice(2)}Shade`) || xml.holds(`${theme.slice(2)}Tint`), xml.attribute(name))
  if (color !== 'auto') return color
  return pattern === 'clear' ? 'none' : BLACK
}

const numberOf = (xml: XmlScanner): number | undefined => {
  const value = Number.parseFloat(xml.value() ?? '')
  return Number.isNaN(value) ? undefined : value
}

/** Whether the fonts just opened may be such of symbols, told without taking the tag apart. */
export const namesSymbols = (xml: XmlScanner): boolean => xml.holds('dings') || xml.holds('ymbol')

/** What each element of a run's properties says. */
export const TAKE_TEXT_PROPERTY: Readonly<Record<string, (to: TextProperties, xml: XmlScanner) => void>> = {
  'w:vanish': (to, xml) => {
    to.hidden = isOn(xml.value())
  },
  'w:strike': (to, xml) => {
    to.struck = isOn(xml.value())
  },
  'w:dstrike': (to, xml) => {
    to.struckTwice = isOn(xml.value())
  },
  'w:vertAlign': (to, xml) => {
    to.vertical = VERTICAL[xml.value() ?? ''] ?? 'on-line'
  },
  'w:position': (to, xml) => {
    to.position = numberOf(xml) ?? 0
  },
  'w:color': (to, xml) => {
    to.color = colorOf(xml)
  },
  'w:highlight': (to, xml) => {
    to.highlight = HIGHLIGHTS[xml.value() ?? ''] ?? 'unknown'
  },
  'w:shd': (to, xml) => {
    to.fill = fillOf(xml)
  },
  'w:sz': (to, xml) => {
    const size = numberOf(xml)
    if (size !== undefined) to.size = size
  },
  'w:w': (to, xml) => {
    const width = numberOf(xml)
    if (width !== undefined) to.width = width
  },
  'w:rFonts': (to, xml) => {
    if (!namesSymbols(xml)) return
    const font = xml.attribute('w:ascii') ?? xml.attribute('w:hAnsi')
    if (font !== undefined) to.font = isSymbolFont(font) ? font : ''
  },
  // How Word from 2010 on paints letters, beside the plain colour for programs before it.
  'w14:noFill': (to, xml) => {
    if (xml.ancestor(1) === 'w14:textFill') to.unpainted = true
  },
  'w14:srgbClr': (to, xml) => {
    if (xml.ancestor(2) === 'w14:textFill') to.color = hex(xml.attribute('w14:val')) ?? 'unknown'
  },
  'w14:schemeClr': (to, xml) => {
    if (xml.ancestor(2) === 'w14:textFill') to.color = THEME[xml.attribute('w14:val') ?? ''] ?? 'unknown'
  },
  'w14:alpha': (to, xml) => {
    if (xml.ancestor(3) === 'w14:textFill' && Number.parseFloat(xml.attribute('w14:val') ?? '0') >= 95_000) to.unpainted = true
  },
}

/** What is said nearer to the text counts; hidden and struck of styles are for `look.ts` to weigh. */
export const over = (base: TextProperties, nearer: TextProperties): TextProperties => {
  const merged = { ...base }
  for (const [name, value] of Object.entries(nearer)) if (value !== undefined) Object.assign(merged, { [name]: value })
  return merged
}
