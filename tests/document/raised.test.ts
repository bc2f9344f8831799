import { expect, it } from 'vitest'
import { lowered, raised, withoutRaised } from '../../shared/document/raised.ts'

it.each([
  ['1', '¹', '₁'],
  ['0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉'],
  ['１２', '¹²', '₁₂'],
  ['(1)', '⁽¹⁾', '₍₁₎'],
  ['注1', '注¹', '注₁'],
  ['*', '*', '*'],
  ['', '', ''],
])('sets %s above and below the line', (text, above, below) => {
  expect(raised(text)).toBe(above)
  expect(lowered(text)).toBe(below)
})

it.each([
  ['行政许可¹', '行政许可'],
  ['18⁽¹⁾件', '18件'],
  ['CO₂', 'CO'],
  ['18①件', '18件'],
  ['①主动公开18件', '①主动公开18件'],
  ['18', '18'],
])('takes what is not on the line out of %s', (text, rest) => expect(withoutRaised(text)).toBe(rest))
