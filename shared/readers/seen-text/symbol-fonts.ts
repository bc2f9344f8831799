/** What the letters of fonts of symbols show, by their place in the font. Digits of such fonts are digits only where they are drawn as such. */

const from = (first: number, characters: string): [number, string][] =>
  Array.from(characters, (character, index): [number, string] => [first + index, character])

const RINGED = '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'

const SYMBOL = new Map([
  ...from(0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'),
  ...from(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪'),
  ...from(0xf1, '〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'), // 0xf0 is a sign of the font's maker.
])
const WINGDINGS = new Map([
  ...from(0x6c, '●❍■□❐❑❒⬧⧫◆❖'),
  ...from(0x80, RINGED),
  ...from(0x9e, '·•'),
  ...from(0xa7, '▪◻'),
  [0xab, '★'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xe8, '➔'],
  ...from(0xfb, '✗✓☒☑'),
])
const WINGDINGS_2 = new Map([...from(0x4f, '✗✓☒☑☒☒'), ...from(0x69, RINGED)])
const WEBDINGS = new Map([
  [0x61, '✓'],
  [0x63, '□'],
  [0x67, '■'],
  [0x72, '✗'],
])

const FONTS = new Map<string, ReadonlyMap<number, string>>([
  ['symbol', SYMBOL],
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['wingdings 3', new Map()],
  ['webdings', WEBDINGS],
  ['marlett', new Map()],
  ['mt extra', new Map()],
])

export const isSymbolFont = (font = ''): boolean => FONTS.has(font.toLowerCase())

const [FIRST_PRIVATE, LAST_PRIVATE] = [0xf000, 0xf0ff]
const isPrivate = (code: number): boolean => code >= FIRST_PRIVATE && code <= LAST_PRIVATE

/**
 * The letter that a code of a font stands for. Fonts of symbols have theirs at 0x20 to 0xff, also written from 0xf020 on; what is not known
 * of them stays in the private area of Unicode, where nobody takes it for a letter or digit.
 */
export const letterOfFont = (code: number, font = ''): string => {
  const letters = code < 0x20 || (code > 0xff && !isPrivate(code)) ? undefined : FONTS.get(font.toLowerCase())
  if (letters === undefined) return String.fromCodePoint(code)
  const low = code & 0xff
  return letters.get(low) ?? (low === 0x20 || low === 0xa0 ? ' ' : String.fromCharCode(FIRST_PRIVATE | low))
}

/** A letter that is put in by font and code, often by a private code also in a font that has none of its own. */
export const symbolOf = (font: string, code: number): string =>
  letterOfFont(isPrivate(code) && code > FIRST_PRIVATE ? code - FIRST_PRIVATE : code, font)

/** A text as a font of symbols shows it; characters that such a font does not have come from another. */
export const inSymbolFont = (font: string, text: string): string =>
  text.replace(/[\x21-\xff\uf020-\uf0ff]/g, (character) => letterOfFont(character.charCodeAt(0), font))
