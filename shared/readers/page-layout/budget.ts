import { type ReadLimits, tooLong, UnreadableError } from '../reader.ts'
import type { Drawing } from './drawing.ts'

/** Letters at places need far more memory and time than those of a text that flows. */
const MOST_GLYPHS = 200_000
/** In one file, and so on one page. */
export const mostGlyphs = ({ characters }: Pick<ReadLimits, 'characters'>): number => Math.min(characters, MOST_GLYPHS)
const MOST_LINES = 200_000

/** Counts what the pages of one file draw in all, and refuses the file where it is too much to tell paragraphs and tables from. */
export const startBudget = (limits: ReadLimits): ((page: Pick<Drawing, 'glyphs' | 'segments' | 'pictures' | 'areas'>) => void) => {
  const characters = mostGlyphs(limits)
  let [letters, lines] = [0, 0]
  return ({ glyphs, segments, pictures, areas }) => {
    // One glyph may stand for many letters.
    for (const { text } of glyphs) letters += text.length
    lines += segments.length + pictures.length + areas.length
    if (letters > characters) throw new UnreadableError('too-complex', tooLong({ characters }))
    if (lines > MOST_LINES) throw new UnreadableError('too-complex', `${MOST_LINES}条线`)
  }
}
