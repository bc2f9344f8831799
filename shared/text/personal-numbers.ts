import luhn from 'fast-luhn'

export type PersonalNumber = {
  readonly kind: 'identity-card' | 'mobile' | 'bank-card' /** With its middle covered. */
  readonly covered: string
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

const isDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** GB 11643: region, day of birth, order, check character by ISO 7064 MOD 11-2. */
const isIdentityCard = (number: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  const born = isDate(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)))
  return PROVINCES.has(number.slice(0, 2)) && number[2] !== '9' && born && CHECK_CHARACTERS[sum % 11] === number.slice(-1).toUpperCase()
}

/** The shape where it is not part of a longer number, a word or an address. */
const alone = (shape: RegExp): RegExp => new RegExp(`(?<![\\dA-Za-z.@_-])${shape.source}(?![\\dA-Za-z@])`, 'g')

/** Digits as people print them, with spaces or hyphens at the usual places or none, and `holds` for what the shape cannot tell. */
const SHAPES: readonly { readonly kind: PersonalNumber['kind']; readonly printed: RegExp; readonly holds: (number: string) => boolean }[] =
  [
    { kind: 'identity-card', printed: alone(/\d{6}([ -]?)\d{8}\1\d{3}[\dXx]/), holds: isIdentityCard },
    { kind: 'mobile', printed: alone(/1[3-9]\d([ -]?)\d{4}\1\d{4}/), holds: () => true },
    { kind: 'bank-card', printed: alone(/62\d{2}([ -]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?/), holds: luhn },
  ]
/** What stands before a number that is none of a person: an organisation's code, a document's index, an office's telephone. */
const OTHER_NUMBER = /(?:信用代码|机构代码|索引号|电话|联系方式|传真|热线|编号|文号|备案号)[^。;,]{0,12}$/

const cover = (number: string): string => number.slice(0, 3) + '*'.repeat(number.length - 7) + number.slice(-4)

/** Numbers in a text that belong to a person: identity cards, mobile telephones, bank cards. */
export const personalNumbersIn = (text: string): PersonalNumber[] => {
  const line = text.normalize('NFKC')
  return SHAPES.flatMap(({ kind, printed, holds }) =>
    Array.from(line.matchAll(printed)).flatMap((match) => {
      const number = match[0].replace(/[ -]/g, '')
      return !holds(number) || OTHER_NUMBER.test(line.slice(Math.max(0, match.index - 24), match.index))
        ? []
        : [{ kind, covered: cover(number) }]
    }),
  )
}
