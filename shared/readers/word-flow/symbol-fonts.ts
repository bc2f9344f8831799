/** What letters of fonts of symbols look like, in Unicode. Digits of such fonts are digits only where they are drawn as such. */

/** The font Symbol from code 0x20 on, and from 0xa0 on; a full stop at 0xf0 stands for a sign of its maker. */
const SYMBOL_LOW = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const SYMBOL_HIGH = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪.〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

const run = (first: number, letters: string): [number, string][] => Array.from(letters, (letter, index) => [first + index, letter])

const SYMBOL = new Map([...run(0x20, SYMBOL_LOW), ...run(0xa0, SYMBOL_HIGH)])
const WINGDINGS = new Map([
  ...run(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
  ...run(0xfb, '✗✓☒☑'),
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xe0, '→'],
])
const WINGDINGS_2 = new Map([...run(0x4f, '✗✓☒☑'), [0x54, '☒'], ...run(0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿')])

const FONTS = new Map<string, ReadonlyMap<number, string>>([
  ['symbol', SYMBOL],
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['wingdings 3', new Map()],
  ['webdings', new Map()],
  ['marlett', new Map()],
  ['mt extra', new Map()],
])

export const isSymbolFont = (font = ''): boolean => FONTS.has(font.toLowerCase())

const [PRIVATE_USE, LAST_PRIVATE] = [0xf000, 0xf0ff]

/**
 * The letter that a code of a font stands for. Fonts of symbols have theirs at 0x20 to 0xff, also written from 0xf020 on; what is not known
 * of them stays in the private area of Unicode, where nobody takes it for a letter or digit.
 */
export const letterOfFont = (code: number, font = ''): string => {
  const isPrivate = code >= PRIVATE_USE && code <= LAST_PRIVATE
  const letters = font === '' || code < 0x20 || (code > 0xff && !isPrivate) ? undefined : FONTS.get(font.toLowerCase())
  if (letters === undefined) return String.fromCharCode(code)
  const low = code & 0xff
  return letters.get(low) ?? (low === 0x20 || low === 0xa0 ? ' ' : String.fromCharCode(PRIVATE_USE | low))
}
