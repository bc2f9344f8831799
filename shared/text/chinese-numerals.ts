/**
 * Numbers as running text writes them: 1,234, 3.5万, 三百二十一, 两. Of the packages that were tried one reads 两 and 3万 as 0, another
 * 一亿两千万 as 1000020000000, so this reads them itself and answers nothing where a numeral is not well formed.
 */

const DIGITS: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

/** A numeral in a text, to build patterns with; bounded, so that no run of digits, however long, is gone over again and again. */
export const NUMERAL = '(?<!\\d)(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,6})?[万亿]?|[零〇一二两三四五六七八九十百千万亿]{1,16}'

const ARABIC = /^(\d{1,3}(?:,\d{3})+|\d+)((?:\.\d+)?)([万亿]?)$/
const BELOW_TEN_THOUSAND =
  /^(?:零|(?:([一二两三四五六七八九])千零?)?(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十)零?)?([一二两三四五六七八九])?)$/
const UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

const digit = (letter: string | undefined): number => (letter === undefined ? 0 : (DIGITS[letter] ?? 0))

/** 一百五 may be 105 written badly or 150 said shortly. */
const DOUBTFUL = /[百千][一二三四五六七八九]$/

const belowTenThousand = (text: string): number | null => {
  const parts = BELOW_TEN_THOUSAND.exec(text)
  if (parts === null || text === '' || DOUBTFUL.test(text)) return null
  const [, thousands, hundreds, tens, ten, ones] = parts
  return digit(thousands) * 1000 + digit(hundreds) * 100 + (ten === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones)
}

const chinese = (text: string): number | null => {
  if (text === '〇') return 0
  let total = 0
  let rest = text
  for (const unit of ['亿', '万'])
    if (rest.includes(unit)) {
      const head = belowTenThousand(rest.slice(0, rest.indexOf(unit)))
      if (head === null || head === 0) return null
      total += head * (UNITS[unit] ?? 1)
      rest = rest.slice(rest.indexOf(unit) + 1).replace(/^零/, '')
      if (rest === '') return total
    }
  const tail = belowTenThousand(rest)
  return tail === null ? null : total + tail
}

/** What a numeral says; null where it is none, or not well formed. */
export const parseNumeral = (text: string): number | null => {
  const [, whole, fraction, unit] = ARABIC.exec(text) ?? []
  if (whole === undefined) return chinese(text)
  return Number((Number(whole.replaceAll(',', '') + fraction) * (UNITS[unit ?? ''] ?? 1)).toFixed(4))
}

/** 二〇二三年 as 2023年, so that years are read in one way. */
export const withArabicYears = (text: string): string =>
  text.replace(/二[〇零○0][一二三四五六七八九〇零○]{2}(?=年)/g, (year) => Array.from(year, (letter) => DIGITS[letter] ?? 0).join(''))
