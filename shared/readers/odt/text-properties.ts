import type { Setting } from '../seen-text/line-text.ts'
import { looksAlike, SMALLEST_POINTS, WHITE } from '../seen-text/seen-text.ts'
import { isSymbolFont } from '../seen-text/symbol-fonts.ts'
import type { XmlScanner } from '../xml/scanner.ts'

/** `RRGGBB`; `auto` for black, or white on a dark ground; `unknown` where it cannot be told. */
export type Color = string

/** How text is set, as far as it tells what a person sees; what is not said is left to what the text stands in. */
export type TextProperties = {
  readonly hidden?: boolean
  readonly struck?: boolean
  readonly setting?: Setting
  readonly color?: Color
  /** What is laid behind these letters; `auto` for nothing. */
  readonly ground?: Color
  /** Points. */
  readonly size?: number
  /** A font of symbols; empty for any other. */
  readonly font?: string
  readonly unpainted?: boolean
}

/** Percent of the letters' height: what is moved by less is only evened out. */
const OFF_LINE = 10
/** A size in percent of that around it, below which letters are dots. */
const SMALLEST_SHARE = 5

const settingOf = (stated: string): Setting => {
  const [position = ''] = stated.trim().split(/\s+/)
  const percent = position === 'super' ? 100 : position === 'sub' ? -100 : Number.parseFloat(position)
  if (!(Math.abs(percent) >= OFF_LINE)) return 'on-line'
  return percent > 0 ? 'raised' : 'lowered'
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, pc: 12, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }

/** A length in points; undefined where it is none. */
export const pointsOf = (stated: string | undefined): number | undefined => {
  const [, number, unit = ''] = /^\s*([\d.]+)\s*(pt|pc|in|cm|mm|px)\s*$/.exec(stated ?? '') ?? []
  return number === undefined ? undefined : Number(number) * (POINTS[unit] ?? 1)
}

const sizeOf = (stated: string): number | undefined => {
  const percent = /^\s*([\d.]+)\s*%\s*$/.exec(stated)?.[1]
  if (percent !== undefined) return Number(percent) < SMALLEST_SHARE ? 0 : undefined
  return pointsOf(stated)
}

/** A colour as an attribute gives it; `auto` for none. */
export const colorOf = (stated: string): Color => (/^#[\da-f]{6}$/i.test(stated) ? stated.slice(1).toUpperCase() : 'auto')

const fontOf = (named: string): string => {
  const font = named.replace(/^'|'$|\d+$/g, '')
  return isSymbolFont(named) ? named : isSymbolFont(font) ? font : ''
}

const given = <Value>(stated: string | undefined, read: (stated: string) => Value): Value | undefined =>
  stated === undefined ? undefined : read(stated)

/** Reads `style:text-properties`. */
export const readTextProperties = (xml: XmlScanner): TextProperties => {
  const stated = xml.attributes()
  const lines = stated.get('style:text-line-through-style') ?? stated.get('style:text-line-through-type')
  const ofWindow = stated.get('style:use-window-font-color') === 'true'
  const color = ofWindow ? 'auto' : given(stated.get('fo:color'), colorOf)
  const all: { readonly [Name in keyof TextProperties]: TextProperties[Name] | undefined } = {
    hidden: given(stated.get('text:display'), (display) => display === 'none'),
    struck: given(lines, (line) => line !== 'none'),
    setting: given(stated.get('style:text-position'), settingOf),
    color,
    ground: given(stated.get('fo:background-color'), colorOf),
    size: given(stated.get('fo:font-size'), sizeOf),
    font: given(stated.get('style:font-name') ?? stated.get('fo:font-family'), fontOf),
    // A colour of its own comes with how far it covers; LibreOffice writes 0% beside the usual colour, which covers all the same.
    unpainted: color === undefined ? undefined : !ofWindow && Number.parseFloat(stated.get('loext:opacity') ?? '100') < SMALLEST_SHARE,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** What becomes of a stretch of text. `uncertain`: it may have the colour of its ground, which is not known. */
export type Look = {
  readonly leftOut: 'hidden' | 'struck' | undefined
  readonly setting: Setting
  readonly font: string
  readonly uncertain: boolean
}

/** How text is seen on what lies behind its paragraph. */
export const lookOf = (text: TextProperties, behind: Color): Look => {
  const { hidden = false, struck = false, setting = 'on-line', color = 'auto', size, font = '', unpainted = false } = text
  const ground = text.ground === undefined || text.ground === 'auto' ? behind : text.ground
  const isTold = color !== 'auto' && ground !== 'unknown'
  const isSmall = size !== undefined && size <= SMALLEST_POINTS
  const isHidden = hidden || unpainted || isSmall || (isTold && looksAlike(color, ground))
  return {
    leftOut: isHidden ? 'hidden' : struck ? 'struck' : undefined,
    setting,
    font,
    uncertain: ground === 'unknown' && color !== 'auto' && looksAlike(color, WHITE),
  }
}
