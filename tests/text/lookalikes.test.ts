import { describe, expect, it } from 'vitest'
import { letteredYearsIn, lookalikeWords, withDigits } from '../../shared/text/lookalikes.ts'

describe('letters that look like digits', () => {
  it.each([
    ['1O', '10'],
    ['1O', '10'],
    ['2О24', '2024'],
    ['l5', '15'],
    ['2〇24', '2024'],
    ['45件', '45件'],
  ])('are told from digits: %s', (text, digits) => expect(withDigits(text)).toBe(digits))

  it('are named', () => {
    expect(lookalikeWords('1O')).toBe('“O”是字母')
    expect(lookalikeWords('2〇2l')).toBe('“〇”不是阿拉伯数字,“l”是字母')
    expect(lookalikeWords('45')).toBe('')
  })

  it.each([
    ['2O24年,我局', ['2O24']],
    ['截至2o24年底', ['2o24']],
    ['202l年', ['202l']],
    ['2024年', []],
    ['2OOO年', ['2OOO']],
    ['二〇二四年', []],
    ['2O24号文', []],
    ['A2O24年', []],
  ])('make a year of none: %s', (text, years) => expect(letteredYearsIn(text)).toEqual(years))
})
