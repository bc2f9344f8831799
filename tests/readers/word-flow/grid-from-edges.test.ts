import { describe, expect, it } from 'vitest'
import { type DrawnRow, type Merge, UNMERGED } from '../../../shared/readers/word-flow/drawn-row.ts'
import { gridFromEdges } from '../../../shared/readers/word-flow/grid-from-edges.ts'

const cell = (text: string) => ({ blocks: text === '' ? [] : [{ kind: 'paragraph' as const, text, source: {} }], source: {} })
const row = (texts: string[], edges: number[], merges: Record<number, Partial<Merge>> = {}): DrawnRow => ({
  cells: texts.map(cell),
  shape: { edges, merges: texts.map((_, index) => ({ ...UNMERGED, ...merges[index] })) },
})
const CONTINUED = { down: 'continued' } as const
const FIRST = { down: 'first' } as const

/** Every cell as column, spans and text. */
const shown = (rows: DrawnRow[]) => {
  const grid = gridFromEdges(rows)
  const cells = grid.rows.map((cells) =>
    cells.map(({ column, columnSpan, rowSpan, blocks }) => [
      column,
      columnSpan,
      rowSpan,
      blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(),
    ]),
  )
  return { cells, broken: grid.broken }
}

describe('gridFromEdges', () => {
  it('tells spans across from the lines of other rows', () =>
    expect(shown([row(['wide'], [0, 300]), row(['a', 'b'], [0, 100, 300])])).toEqual({
      cells: [
        [[0, 2, 1, 'wide']],
        [
          [0, 1, 1, 'a'],
          [1, 1, 1, 'b'],
        ],
      ],
      broken: [],
    }))

  it('takes lines within 30 twips as one, and those further apart as two', () =>
    expect(shown([row(['a', 'b'], [0, 100, 300]), row(['c', 'd'], [15, 130, 330]), row(['e', 'f'], [0, 162, 300])]).cells).toEqual([
      [
        [0, 1, 1, 'a'],
        [1, 2, 1, 'b'],
      ],
      [
        [0, 1, 1, 'c'],
        [1, 2, 1, 'd'],
      ],
      [
        [0, 2, 1, 'e'],
        [2, 1, 1, 'f'],
      ],
    ]))

  it('lengthens the cell above a continued one, over several rows', () =>
    expect(
      shown([
        row(['a', '1'], [0, 100, 200], { 0: FIRST }),
        row(['', '2'], [0, 100, 200], { 0: CONTINUED }),
        row(['', '3'], [0, 100, 200], { 0: CONTINUED }),
      ]).cells,
    ).toEqual([
      [
        [0, 1, 3, 'a'],
        [1, 1, 1, '1'],
      ],
      [[1, 1, 1, '2']],
      [[1, 1, 1, '3']],
    ]))

  it('takes a continued cell without one above as a cell', () =>
    expect(shown([row(['a'], [0, 100], { 0: CONTINUED })])).toEqual({ cells: [[[0, 1, 1, 'a']]], broken: [] }))

  it.each([1, 2] as const)('joins cells merged across, whichever value (%i) opens the run', (opening) =>
    expect(
      shown([
        row(['a', '', '', 'b'], [0, 100, 200, 300, 400], {
          0: { across: opening },
          1: { across: opening === 1 ? 2 : 1 },
          2: { across: opening === 1 ? 2 : 1 },
        }),
      ]).cells,
    ).toEqual([
      [
        [0, 3, 1, 'a'],
        [3, 1, 1, 'b'],
      ],
    ]),
  )

  it('leaves out empty slivers, and flags those with text', () => {
    expect(shown([row(['a', '', 'b'], [0, 100, 110, 200])])).toEqual({
      cells: [
        [
          [0, 1, 1, 'a'],
          [1, 1, 1, 'b'],
        ],
      ],
      broken: [],
    })
    expect(shown([row(['a', 'x', 'b'], [0, 100, 110, 200])]).broken).toEqual([0])
  })

  it.each([
    ['no shape', { cells: [cell('a'), cell('b')], shape: undefined }],
    ['fewer edges than cells', row(['a', 'b'], [0, 100])],
    ['more edges than cells', row(['a', 'b'], [0, 100, 200, 300])],
    ['edges out of order', row(['a', 'b'], [0, 300, 200])],
  ] satisfies [string, DrawnRow][])('flags a row with %s and gives its cells one column each', (_, brokenRow) =>
    expect(shown([row(['x', 'y'], [0, 100, 200]), brokenRow])).toEqual({
      cells: [
        [
          [0, 1, 1, 'x'],
          [1, 1, 1, 'y'],
        ],
        [
          [0, 1, 1, 'a'],
          [1, 1, 1, 'b'],
        ],
      ],
      broken: [1],
    }),
  )

  it('refuses more lines than any form has', () =>
    expect(() => gridFromEdges(Array.from({ length: 300 }, (_, index) => row(['a'], [0, (index + 1) * 50])))).toThrow('too-complex'))
})
