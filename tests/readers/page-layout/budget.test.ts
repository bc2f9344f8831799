import { describe, expect, it } from 'vitest'
import { startBudget } from '../../../shared/readers/page-layout/budget.ts'
import type { Drawing } from '../../../shared/readers/page-layout/drawing.ts'
import { BLACK_INK } from '../../../shared/readers/page-layout/ink.ts'
import { READ_LIMITS, UnreadableError } from '../../../shared/readers/reader.ts'

const page = (letters: number, lines: number): Drawing => ({
  glyphs: Array.from({ length: letters }, () => ({
    text: '公',
    middle: [0, 0],
    direction: [1, 0],
    width: 1,
    size: 1,
    font: '',
    ink: BLACK_INK,
    order: 0,
    doubtful: false,
  })),
  segments: Array.from({ length: lines }, () => ({ from: [0, 0], to: [1, 0] })),
  pictures: [],
  areas: [],
  unread: [],
  shapes: 0,
  hidden: false,
})

describe('what the pages of a file may draw', () => {
  it.each([
    ['letters', page(80_000, 0), '200000字'],
    ['lines', page(0, 80_000), '200000条线'],
  ])('is bounded over all pages: %s', (_, each, limit) => {
    const spend = startBudget(READ_LIMITS)
    spend(each)
    spend(each)
    expect(() => spend(each)).toThrow(new UnreadableError('too-complex', limit))
  })

  it('is bounded by a lower limit of letters too', () =>
    expect(() => startBudget({ ...READ_LIMITS, characters: 9 })(page(10, 0))).toThrow(new UnreadableError('too-complex', '9字')))
})
