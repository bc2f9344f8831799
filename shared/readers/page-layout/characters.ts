/** Radicals that stand for whole characters, where Unicode has no folding for them: Chromium's PDFs are full of them. */
const RADICALS =
  '⺁厂⺊卜⺜日⺝月⺠民⺩王⺬示⺮竹⺶羊⺼肉⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻌辶⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻯竜⻰龙'
const characterOf = new Map(Array.from(RADICALS.matchAll(/(.)(.)/gu), ([, radical = '', character = '']) => [radical, character]))

/** Radicals, compatibility characters, ligatures, vertical marks and mathematical letters; never ① or ， which are characters of their own. */
const FOLDED = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe4f\u{1d400}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/gu

const INVISIBLE = /[\s\p{DI}]/gu
/** A report has some hundred different characters; a file may have as many as it likes. */
const MOST_REMEMBERED = 10_000
const remembered = new Map<string, string>()

/** What a glyph's text means when read, whatever form the font gave it: nothing, where it is white space. */
export const plainCharacters = (text: string): string => {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const plain = text.replace(FOLDED, (character) => characterOf.get(character) ?? character.normalize('NFKC')).replace(INVISIBLE, '')
  if (remembered.size < MOST_REMEMBERED) remembered.set(text, plain)
  return plain
}
