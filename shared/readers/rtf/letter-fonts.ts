import type { Font } from '../seen-text/seen-text.ts'
import { AUTOMATIC, WORD_FONT } from '../word-flow/draft-paragraph.ts'
import type { Colors } from './colors.ts'
import type { GroupState, LetterState } from './group-state.ts'
import { groundOf } from './shading.ts'

/** Half points: letters raised by less stand on the line. */
const LEAST_RISE = 3

const setOf = ({ script, above = 0 }: LetterState): Font['set'] => {
  if (script !== undefined && script !== 'on-line') return script
  return above >= LEAST_RISE ? 'raised' : above <= -LEAST_RISE ? 'lowered' : 'on-line'
}

const isStruck = ({ struck, struckTwice }: LetterState): boolean => struck === true || struckTwice === true

const made = ({ color, highlight, shading, halfPoints, hidden = false, ...letters }: LetterState, colors: Colors): Font => {
  const font: Font = {
    struck: isStruck(letters),
    set: setOf(letters),
    color: colors.at(color) ?? AUTOMATIC,
    size: halfPoints === undefined ? WORD_FONT.size : halfPoints / 2,
    hidden,
  }
  const ground = (highlight ? colors.at(highlight) : undefined) ?? (shading && groundOf(shading, colors))
  const isPlain = !font.struck && !hidden && font.set === 'on-line' && font.color === AUTOMATIC && font.size > 1
  return isPlain ? WORD_FONT : { ...font, ...(ground !== undefined && { ground }) }
}

/** How letters are set, in the words that all readers share; made once for each state. */
export const startLetterFonts = (colors: Colors) => {
  const known = new WeakMap<LetterState, Font>()
  return (letters: LetterState): Font => {
    const before = known.get(letters)
    if (before !== undefined) return before
    const font = made(letters, colors)
    known.set(letters, font)
    return font
  }
}

/** What a style would change of how letters are read, where the letters do not say it of themselves. */
export type Unsaid = 'shown' | 'set' | undefined

/**
 * The styles of a file. Letters must repeat what their style says; where they do not, one program sets them as the style says, and
 * another does not.
 */
export const startStyles = () => {
  const [ofCharacters, ofParagraphs] = [new Map<number, LetterState>(), new Map<number, LetterState>()]
  return {
    define: ({ letters, paragraphStyle = 0 }: GroupState) => {
      const { characterStyle, ...set } = letters
      if (characterStyle === undefined) ofParagraphs.set(paragraphStyle, set)
      else ofCharacters.set(characterStyle, set)
    },
    unsaid: ({ letters, paragraphStyle = 0 }: GroupState): Unsaid => {
      for (const style of [ofCharacters.get(letters.characterStyle ?? Number.NaN), ofParagraphs.get(paragraphStyle)]) {
        if (style === undefined) continue
        if (style.hidden && letters.hidden === undefined) return 'shown'
        if (isStruck(style) && letters.struck === undefined && letters.struckTwice === undefined) return 'shown'
        if (setOf(style) !== 'on-line' && letters.script === undefined && letters.above === undefined) return 'set'
      }
      return undefined
    },
  }
}
