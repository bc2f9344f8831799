/** What the letters of fonts of symbols show, by their place in the font; where Unicode has no such character, a private one stands for it. */

const PRIVATE = 0xf000

const from = (first: number, characters: string): [number, string][] =>
  Array.from(characters, (character, index): [number, string] => [first + index, character]).filter(([, character]) => character !== ' ')

const RINGED = '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'

const SYMBOL = new Map([
  ...from(0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'),
  ...from(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'),
])
const WINGDINGS = new Map([
  ...from(0x6c, '●❍■□❐❑❒⬧⧫◆❖'),
  ...from(0x80, RINGED),
  ...from(0x9e, '·•'),
  ...from(0xa7, '▪◻'),
  ...from(0xab, '★'),
  ...from(0xd8, '➢'),
  ...from(0xe8, '➔'),
  ...from(0xfb, '✗✓☒☑'),
])
const WINGDINGS_2 = new Map([...from(0x4f, '✗✓☒☑☒☒'), ...from(0x69, RINGED)])
const WEBDINGS = new Map([...from(0x61, '✓'), ...from(0x63, '□'), ...from(0x67, '■'), ...from(0x72, '✗')])

const FONTS: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  symbol: SYMBOL,
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  'wingdings 3': new Map(),
  webdings: WEBDINGS,
}

export const isSymbolFont = (font: string): boolean => Object.hasOwn(FONTS, font.toLowerCase())

/** The character that a font shows for a code, which may be the font's own or one of the private characters that stand for it. */
export const symbolOf = (font: string, code: number): string => {
  const place = code >= PRIVATE && code <= PRIVATE + 0xff ? code - PRIVATE : code
  const name = font.toLowerCase()
  if (!Object.hasOwn(FONTS, name)) return String.fromCodePoint(place === 0 ? code : place)
  return FONTS[name]?.get(place) ?? (place < 0x100 ? String.fromCharCode(PRIVATE + place) : String.fromCodePoint(code))
}

/** A text as a font of symbols shows it; characters that such a font does not have come from another. */
export const inSymbolFont = (font: string, text: string): string =>
  text.replace(/[\x21-\xff\uf020-\uf0ff]/g, (character) => symbolOf(font, character.charCodeAt(0)))
