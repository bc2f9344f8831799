import { type Font, PLAIN_FONT, WHITE } from '../seen-text/seen-text.ts'

/** How a cell is set. `format` is a number format's code, or the number of a built-in one. */
export type Look = { readonly font: Font; readonly background: string; readonly format: string | number }

export const PLAIN_LOOK: Look = { font: PLAIN_FONT, background: WHITE, format: 0 }
