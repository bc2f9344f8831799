const DIGITS = '〇一二三四五六七八九'
const LEGAL = '零壹贰叁肆伍陆柒捌玖'

/** 一, 十, 十一, 二十, 一百零五: as numbers are counted up to 9999; a leading 一 is left out before 十 alone. */
const counting = (value: number, digits: string, [ten, hundred, thousand]: readonly [string, string, string], zero: string): string => {
  const units = [thousand, hundred, ten, '']
  const places = String(value).padStart(4, '0')
  const said = units.map((unit, index) => (places[index] === '0' ? zero : `${digits[Number(places[index])]}${unit}`)).join('')
  return said.replace(new RegExp(`^${zero}+|${zero}+$`, 'g'), '').replace(new RegExp(`${zero}+`, 'g'), zero)
}

const chinese = (value: number): string => counting(value, DIGITS, ['十', '百', '千'], '零').replace(/^一十/, '十')

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

const roman = (value: number): string => {
  let [rest, said] = [value, '']
  for (const [worth, letters] of ROMAN) {
    said += letters.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return said
}

/** A to Z, then AA to ZZ, as Word goes on. */
const letter = (value: number): string => String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
/** One of a row of twenty ready-made characters; a plain number beyond. */
const readyMade =
  (first: string, count: number) =>
  (value: number): string =>
    value <= count ? String.fromCharCode(first.charCodeAt(0) + value - 1) : String(value)
const fullWidth = (value: number): string => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** How a number is written, by Word's code for it ([MS-OSHARED] 2.2.1.3); what is missing here is written in digits. */
const FORMATS = new Map<number, (value: number) => string>([
  [1, roman],
  [2, (value) => roman(value).toLowerCase()],
  [3, letter],
  [4, (value) => letter(value).toLowerCase()],
  [10, (value) => String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit)],
  [11, chinese],
  [14, fullWidth],
  [18, readyMade('①', 20)],
  [19, fullWidth],
  [22, (value) => String(value).padStart(2, '0')],
  [26, readyMade('⒈', 20)],
  [27, readyMade('⑴', 20)],
  [28, readyMade('①', 20)],
  [29, readyMade('㈠', 10)],
  [33, chinese],
  [35, chinese],
  [37, chinese],
  [38, (value) => counting(value, LEGAL, ['拾', '佰', '仟'], '零')],
  [39, chinese],
])

/** A bullet, or no number at all. */
const WITHOUT_NUMBER = new Set([23, 255])

export const isNumbered = (format: number): boolean => !WITHOUT_NUMBER.has(format)

export const writeNumber = (value: number, format: number): string =>
  value >= 1 && value <= 9999 ? (FORMATS.get(format)?.(value) ?? String(value)) : String(value)
