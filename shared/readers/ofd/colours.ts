import { type Colour, colourOf, colourOfInks } from '../page-layout/ink.ts'
import type { XmlScanner } from '../xml/scanner.ts'

/** A colour as stated, and how much of what lies below it hides, from 0 to 1. */
export type StatedColour = { readonly colour: Colour; readonly opacity: number }

const OPAQUE = 255
export const BLACK: StatedColour = { colour: 0, opacity: 1 }
/** Of a pattern or gradient, or in a palette that is not looked up. */
export const UNKNOWN: StatedColour = { colour: undefined, opacity: 1 }

/** `128` or `#80`. */
const partOf = (word: string): number => (word.startsWith('#') ? Number.parseInt(word.slice(1), 16) : Number(word))

/** Opacity from 0 to 1, stated from 0 to 255. */
export const opacityOf = (stated: string | undefined): number => {
  const alpha = stated === undefined ? OPAQUE : Number(stated)
  return Number.isFinite(alpha) ? Math.min(1, Math.max(0, alpha / OPAQUE)) : 1
}

/** The colour of an element just opened; how many numbers it has tells whether it is grey, of light or of printing inks. */
export const colourIn = (xml: XmlScanner): StatedColour => {
  const words = (xml.attribute('Value') ?? '').trim().split(/\s+/)
  const parts = words.map(partOf)
  const [a = 0, b = 0, c = 0, d = 0] = parts
  const opacity = opacityOf(xml.attribute('Alpha'))
  if (words[0] === '' || !parts.every(Number.isFinite))
    return { colour: xml.attribute('Index') === undefined && words[0] === '' ? 0 : undefined, opacity }
  if (parts.length === 1) return { colour: colourOf(a, a, a), opacity }
  if (parts.length === 3) return { colour: colourOf(a, b, c), opacity }
  return { colour: parts.length === 4 ? colourOfInks(a / OPAQUE, b / OPAQUE, c / OPAQUE, d / OPAQUE) : undefined, opacity }
}
