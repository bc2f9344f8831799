import { isSymbolFont } from '../seen-text/symbol-fonts.ts'
import { CHINESE, CODE_PAGE_OF_CHARSET, hasTwoByteLetters } from './code-pages.ts'
import type { GroupState } from './group-state.ts'

const SYMBOLS = 2

/** The fonts of a file: their character sets say in which code page their text is written, their names which of them draw symbols. */
export const startFonts = () => {
  const codePages = new Map<number, number>()
  const symbols = new Set<number>()
  const names = new Map<number, string>()
  let [inDefinition, byDefault, ansi] = [0, 0, 1252]
  const nameOf = ({ letters: { font = byDefault } }: GroupState): string => names.get(font) ?? ''

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
    /** Text inside the table of fonts: the name of one, up to a semicolon. */
    name: (text: string) => {
      if (!names.has(inDefinition)) names.set(inDefinition, text.split(';', 1)[0]?.trim() ?? '')
    },
    setDefault: (font: number) => {
      byDefault = font
    },
    setAnsi: (codePage: number) => {
      ansi = codePage
    },
    nameOf,
    /** Bullets are letters of a font of symbols. */
    isSymbols: (state: GroupState): boolean => symbols.has(state.letters.font ?? byDefault) || isSymbolFont(nameOf(state)),
    codePage: ({ letters: { font = byDefault }, doubleByte }: GroupState, bytes: Uint8Array): number => {
      const own = codePages.get(font) ?? ansi
      if (hasTwoByteLetters(own) || bytes.length < 2 || bytes.every((byte) => byte < 0x80)) return own
      // Chinese text under a Latin font is common.
      if (hasTwoByteLetters(ansi)) return ansi
      return doubleByte ? CHINESE : own
    },
  }
}
