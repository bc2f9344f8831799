import { CHINESE, CODE_PAGE_OF_CHARSET, hasTwoByteLetters } from './code-pages.ts'
import type { GroupState } from './group-state.ts'

const SYMBOLS = 2

/** The fonts of a file: their character sets say in which code page their text is written. */
export const startFonts = () => {
  const codePages = new Map<number, number>()
  const symbols = new Set<number>()
  let [inDefinition, byDefault, ansi] = [0, 0, 1252]

  return {
    /** A word inside the table of fonts. */
    define: (word: string, value = 0) => {
      if (word === 'f') inDefinition = value
      else if (word === 'fcharset' && value === SYMBOLS) symbols.add(inDefinition)
      else if (word === 'fcharset' || word === 'cpg') {
        const codePage = word === 'cpg' ? value : CODE_PAGE_OF_CHARSET.get(value)
        if (codePage) codePages.set(inDefinition, codePage)
      }
    },
    setDefault: (font: number) => {
      byDefault = font
    },
    setAnsi: (codePage: number) => {
      ansi = codePage
    },
    isSymbols: ({ font = byDefault }: GroupState): boolean => symbols.has(font),
    codePage: ({ font = byDefault, doubleByte }: GroupState, bytes: Uint8Array): number => {
      const own = codePages.get(font) ?? ansi
      if (hasTwoByteLetters(own) || bytes.length < 2 || bytes.every((byte) => byte < 0x80)) return own
      // Chinese text under a Latin font is common.
      if (hasTwoByteLetters(ansi)) return ansi
      return doubleByte ? CHINESE : own
    },
  }
}
