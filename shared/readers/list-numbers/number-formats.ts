/** Numbers of automatic lists as Word prints them (ST_NumberFormat). */

const DIGITS = '〇一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_PLACES = ['', '拾', '佰', '仟']

const digitByDigit = (value: number): string => Array.from(String(value), (digit) => DIGITS[Number(digit)]).join('')

/** 1 to 9999 with its places: 一百零五; from 10 to 19 without the leading one: 十五. */
const counted = (value: number, digits: string, places: readonly string[], zero: string): string => {
  let text = ''
  let gap = false
  const figures = Array.from(String(value), Number)
  for (const [index, figure] of figures.entries()) {
    if (figure === 0) gap = true
    else {
      text += (gap ? zero : '') + digits[figure] + places[figures.length - 1 - index]
      gap = false
    }
  }
  return text
}

const chinese = (value: number): string => {
  if (value > 9999) return digitByDigit(value)
  const text = counted(value, DIGITS, PLACES, '零')
  return value >= 10 && value < 20 ? text.slice(1) : text
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (value: number): string => {
  if (value > 9999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, letters] of ROMAN) for (; rest >= worth; rest -= worth) text += letters
  return text
}

/** a to z, then aa, bb … as Word repeats the letter. */
const letter = (value: number): string =>
  value > 26 * 30 ? String(value) : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const fullWidth = (value: number): string =>
  Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')

const oneOf =
  (row: string) =>
  (value: number): string =>
    row[(value - 1) % row.length] ?? ''

/** Signs that Unicode has for the numbers from 1 up to `last`; beyond it plain figures. */
const signs =
  (first: number, last: number) =>
  (value: number): string =>
    value <= last ? String.fromCodePoint(first + value - 1) : String(value)

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: (value) => (value > 9999 ? String(value) : counted(value, LEGAL_DIGITS, LEGAL_PLACES, '零')),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  ideographEnclosedCircle: signs(0x3220, 10),
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  none: () => '',
}

/** A list number in a format by its name; plain figures where the format is none we know. */
export const formatNumber = (format: string, value: number): string => {
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  return print === undefined || value < 1 ? String(value) : print(value)
}
