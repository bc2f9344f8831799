import type { Remark } from '../../document/reading.ts'
import { isSymbolFont, letterOfFont } from '../seen-text/symbol-fonts.ts'
import type { Flow } from '../word-flow/flow.ts'
import { decode } from './code-pages.ts'
import type { Colors } from './colors.ts'
import type { startFonts } from './fonts.ts'
import type { GroupState } from './group-state.ts'
import { startLetterFonts, type startStyles } from './letter-fonts.ts'

export type Tables = {
  readonly fonts: ReturnType<typeof startFonts>
  readonly colors: Colors
  readonly styles: ReturnType<typeof startStyles>
}

/** Brings the letters of a file to where the groups around them say: into the flow, a number, a field, a table. */
export const startLetters = (flow: Flow, { fonts, colors, styles }: Tables, remarks: Set<Remark>) => {
  const fontOf = startLetterFonts(colors)
  let number = ''

  const writeBody = (letters: string, state: GroupState) => {
    const { field } = state
    if (field !== undefined && letters.trim() !== '') field.hasResult = true
    const unsaid = styles.unsaid(state)
    if (unsaid === 'shown' && letters.trim() !== '') flow.addDoubt('shown-otherwise')
    flow.write(letters, fontOf(state.letters), unsaid === 'set')
  }

  const write = (letters: string, state: GroupState) => {
    const { destination, deleted, inserted } = state
    if (destination !== 'body' && destination !== 'number') return state.field?.write(letters, destination)
    if (deleted || inserted) remarks.add('tracked-changes-accepted')
    if (deleted) return
    if (destination === 'body') writeBody(letters, state)
    else if (!state.letters.hidden) number += letters
    else if (letters.trim() !== '') remarks.add('hidden-text-left-out')
  }

  return {
    write,
    /** Letters as bytes of the code page, or of the symbols, of their font. */
    decode: (bytes: Uint8Array, state: GroupState) => {
      // Bullets are no numbers.
      if (state.destination === 'number' && fonts.isSymbols(state)) return
      const name = fonts.nameOf(state)
      const isDrawn = state.destination === 'body' && isSymbolFont(name)
      const text = isDrawn
        ? Array.from(bytes, (byte) => letterOfFont(byte, name)).join('')
        : decode(bytes, fonts.codePage(state, bytes)).replaceAll('\u00a0', ' ')
      if (state.destination === 'fonts') fonts.name(text)
      else if (state.destination === 'colors') colors.end(text)
      else write(text, state)
    },
    /** A letter by its number in Unicode; fonts of symbols have theirs in the private area. */
    unicode: (code: number, state: GroupState) => {
      const name = state.destination === 'body' ? fonts.nameOf(state) : ''
      write(letterOfFont(code & 0xffff, name).replace('\u00a0', ' '), state)
    },
    /** What a field shows that has no result. */
    writeFieldValue: ({ field, deleted }: GroupState, around: GroupState) => {
      if (field === undefined || field.hasResult || deleted || around.destination === 'skip') return
      const value = field.value()
      if (value?.doubt) flow.addDoubt(value.doubt)
      if (value !== undefined) write(value.text, around)
    },
    takeNumber: (): string => {
      const taken = number.trim()
      number = ''
      return taken
    },
  }
}
