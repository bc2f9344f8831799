import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumeral, withArabicYears } from '../../shared/text/chinese-numerals.ts'

const DIGITS = '零一二三四五六七八九'

/** A number below ten thousand as it is written, to read it again. */
const written = (value: number): string => {
  const digits = Array.from(String(value), Number)
  const words = digits.map((digit, index) =>
    digit === 0 ? '零' : DIGITS[digit] + (['', '十', '百', '千'][digits.length - 1 - index] ?? ''),
  )
  const text = words.join('').replace(/零+/g, '零')
  return value === 0 ? '零' : text.replace(/零$/, '').replace(/^一十/, '十')
}

describe('numerals in running text', () => {
  it.each([
    ['三百二十一', 321],
    ['一百零五', 105],
    ['两', 2],
    ['两百', 200],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一千零一', 1001],
    ['一万二千', 12_000],
    ['十万零五百', 100_500],
    ['一亿两千万', 120_000_000],
    ['三千二百五十六万零八', 32_560_008],
    ['〇', 0],
    ['零', 0],
    ['3万', 30_000],
    ['3.5万', 35_000],
    ['1,234', 1234],
    ['5,000.5', 5000.5],
  ])('reads %s', (text, value) => expect(parseNumeral(text)).toBe(value))

  it.each(['', '1,23', '百', '一百五', '二〇二四', '一二', '万', '件'])('does not guess at “%s”', (text) =>
    expect(parseNumeral(text)).toBeNull(),
  )

  it('reads what is written, of every number below ten thousand', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), (value) => parseNumeral(written(value)) === value))
  })

  it('writes years in Arabic figures', () => expect(withArabicYears('二〇二三年和二○二四年,二〇〇条')).toBe('2023年和2024年,二〇〇条'))
})
