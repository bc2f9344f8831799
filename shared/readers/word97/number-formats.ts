import { formatNumber } from '../list-numbers/number-formats.ts'

/** Word's code for a way of counting ([MS-OSHARED] 2.2.1.3), by the name that it has in newer files; what is missing here is written in digits. */
const NAMES = new Map([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth2'],
  [22, 'decimalZero'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [29, 'ideographEnclosedCircle'],
  [33, 'taiwaneseCounting'],
  [35, 'taiwaneseCountingThousand'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
])

/** A bullet, or no number at all. */
const WITHOUT_NUMBER = new Set([23, 255])

export const isNumbered = (format: number): boolean => !WITHOUT_NUMBER.has(format)

const MOST = 9999

export const writeNumber = (value: number, format: number): string =>
  value <= MOST ? formatNumber(NAMES.get(format) ?? 'decimal', value) : String(value)
