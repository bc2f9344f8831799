import { describe, expect, it } from 'vitest'
import { type Padding, paddingOf, pickCells, printedFigure } from '../../shared/report/figure-cells.ts'

const cells = (...texts: string[]) => texts.map((text) => ({ text, source: {} }))
const picked = (texts: string[], padding?: Padding) => pickCells(cells(...texts), 3, padding)?.map(({ text }) => text)

describe('the cells that hold a row’s figures', () => {
  it('are all of them where their number is right, blank or not', () => {
    expect(picked(['1', '', '3'])).toEqual(['1', '', '3'])
    expect(picked(['', '', ''])).toEqual(['', '', ''])
  })

  it('stand before empty cells, or behind them', () => {
    expect(picked(['1', '2', '3', '', ''])).toEqual(['1', '2', '3'])
    expect(picked(['', '1', '2', '3'])).toEqual(['1', '2', '3'])
  })

  it('cannot be told where a blank figure looks like padding, unless other rows show where padding stands', () => {
    expect(picked(['', '1', '2', ''])).toBeUndefined()
    expect(picked(['', '1', '2', ''], 'before')).toEqual(['1', '2', ''])
    expect(picked(['', '1', '2', ''], 'behind')).toEqual(['', '1', '2'])
  })

  it('are the same either way where a whole row is blank', () => expect(picked(['', '', '', ''])).toEqual(['', '', '']))

  it('cannot be told where there are too few or too many', () => {
    expect(picked(['1', '2'])).toBeUndefined()
    expect(picked(['1', '2', '3', '4'])).toBeUndefined()
  })
})

describe('the padding of a table', () => {
  const padding = (...rows: string[][]) => paddingOf(rows.map((texts) => ({ cells: cells(...texts), count: 3 })))

  it('is told by rows that leave no doubt', () => {
    expect(padding(['1', '2', '3', ''], ['', '1', '2', ''])).toBe('behind')
    expect(padding(['', '1', '2', '3'], ['', '1', '2', ''])).toBe('before')
  })

  it('is not told where rows disagree, or have none', () => {
    expect(padding(['1', '2', '3', ''], ['', '1', '2', '3'])).toBeUndefined()
    expect(padding(['1', '2', '3'])).toBeUndefined()
  })
})

describe('a printed figure', () => {
  const printed = (text: string) => printedFigure('2021', { table: 3, row: 0, column: 0 }, { text, source: {} })

  it('whose digits a hidden mark turns round is not believed, and its text does not carry the mark on', () =>
    expect(printed('\u202e54')).toMatchObject({ text: '54', value: null, doubt: 'shown-otherwise' }))

  it('of one digit is the same from either end', () => expect(printed('\u202e5')).toMatchObject({ text: '5', value: 5 }))
})
