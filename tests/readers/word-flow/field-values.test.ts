import { expect, it } from 'vitest'
import { letterOfFont } from '../../../shared/readers/seen-text/symbol-fonts.ts'
import { fieldValue } from '../../../shared/readers/word-flow/field-values.ts'

it.each([
  [' SYMBOL 49 \\f "Symbol" \\s 11 ', '1'],
  [' SYMBOL 176 \\f Symbol', '°'],
  [' SYMBOL 0xFC \\f "Wingdings"', '✓'],
  [' SYMBOL 8226 \\u', '•'],
  [' MACROBUTTON NoMacro 18', '18'],
])('%s shows %s', (instruction, text) => expect(fieldValue(instruction)).toEqual({ text }))

it.each([
  ['EQ \\o(1,8)', '18'],
  ['EQ \\f(1,8)', '1/8'],
  ['eq 18\\s\\up8(2)', '18²'],
  ['EQ 18\\s\\do4(2)', '18₂'],
  ['EQ \\x(18)', '18'],
  ['EQ \\r(3,\\f(1,8))', '√3 1/8'],
  ['EQ \\o\\ad(\\s\\up 9(x),18)', 'x18'],
  ['EQ \\b(18', '18'],
])('%s is an equation, shown otherwise than %s', (instruction, text) =>
  expect(fieldValue(instruction)).toEqual({ text, doubt: 'shown-otherwise' }),
)

it('has nothing to show for other fields', () => {
  expect(fieldValue(' PAGE ')).toBeUndefined()
  expect(fieldValue(' FORMTEXT ')).toBeUndefined()
})

it.each([
  [0x31, 'Symbol', '1'],
  [0xf031, 'symbol', '1'],
  [0xf06d, 'Symbol', 'μ'],
  [0x81, 'Wingdings', '①'],
  [0xf06a, 'Wingdings 2', '①'],
  [0x31, 'Webdings', '\uf031'],
  [0xf031, 'SimSun', '\uf031'],
  [0x31, 'SimSun', '1'],
  [0x4e00, 'Symbol', '一'],
])('the letter %i of %s is %s', (code, font, letter) => expect(letterOfFont(code, font)).toBe(letter))
