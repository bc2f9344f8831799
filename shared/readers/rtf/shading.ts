import { BLACK } from '../seen-text/seen-text.ts'
import { MIXED } from '../word-flow/draft-paragraph.ts'
import type { Colors } from './colors.ts'

/** How letters, a paragraph or a cell are filled: the numbers of two colours, and how much of the first is laid over the second. */
export type Shading = { readonly back?: number; readonly fore?: number; readonly hundredths?: number }

const WHOLE = 10_000

/** The colour that a shading comes to; none where nothing is filled. */
export const groundOf = ({ back, fore, hundredths = 0 }: Shading, colors: Colors): string | undefined => {
  if (hundredths <= 0) return colors.at(back)
  return hundredths >= WHOLE ? (colors.at(fore) ?? BLACK) : MIXED
}
