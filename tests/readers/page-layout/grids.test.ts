import { describe, expect, it } from 'vitest'
import { plainCharacters } from '../../../shared/readers/page-layout/characters.ts'
import { columnsOf } from '../../../shared/readers/page-layout/corridors.ts'
import { fillGrid } from '../../../shared/readers/page-layout/drawn-table.ts'
import { gridsOf } from '../../../shared/readers/page-layout/grids.ts'
import type { Glyph, Rule } from '../../../shared/readers/page-layout/page-content.ts'
import { joinRules } from '../../../shared/readers/page-layout/rules.ts'
import { tableBlock } from '../../../shared/readers/page-layout/table-block.ts'
import { outline } from '../outline.ts'

const rule = (at: number, from: number, to: number): Rule => ({ at, from, to })
const SIZE = 10
/** A text set from a place on, each letter half as wide as high. */
const set = (text: string, x: number, y: number): Glyph[] =>
  Array.from(text, (letter, index) => ({ text: letter, x0: x + index * 5, x1: x + index * 5 + 5, y, size: SIZE, font: 'f' }))

/** Three columns and two rows, 40 wide and 20 high each. */
const horizontals = [0, 20, 40].map((at) => rule(at, 0, 120))
const verticals = [0, 40, 80, 120].map((at) => rule(at, 0, 40))

const NOTHING = { pictures: [], unread: [] }

const trustOf = (...glyphs: Glyph[][]) => {
  const [grid] = gridsOf(horizontals, verticals)
  return grid && fillGrid(grid, glyphs.flat(), NOTHING, 1)?.trust
}

describe('rules', () => {
  it('are joined from dashes, from double lines and from the edges of neighbouring cells', () => {
    const dashes = Array.from({ length: 20 }, (_, index) => rule(100, index * 4, index * 4 + 2))
    expect(joinRules(dashes)).toEqual([rule(100, 0, 78)])
    expect(joinRules([rule(10, 0, 50), rule(11, 0, 50)])).toEqual([rule(10.5, 0, 50)])
    expect(joinRules([rule(10, 0, 50), rule(10, 50.4, 90)])).toEqual([rule(10, 0, 90)])
  })

  it('apart from each other stay apart, and short ones are none', () => {
    expect(joinRules([rule(10, 0, 50), rule(10, 60, 90), rule(14, 0, 3)])).toEqual([rule(10, 0, 50), rule(10, 60, 90)])
  })
})

describe('a grid', () => {
  it('is closed where its last rule or its sides were not drawn', () => {
    const open = gridsOf(horizontals.slice(0, 2), verticals.slice(1, 3))
    expect(open.map(({ left, right, top, bottom, cells }) => [left, right, top, bottom, cells.length])).toEqual([[0, 120, 0, 40, 6]])
  })

  it('is believed where every figure stands in its cell', () => {
    expect(trustOf(set('许可', 5, 10), set('12', 50, 10), set('3', 90, 10))).toBe('ruled')
  })

  it('is not where a number runs on into the next cell', () => {
    expect(trustOf(set('许可', 5, 10), set('1234', 70, 10))).toBe('uncertain')
    expect(trustOf(set('许可', 5, 10), set('12', 72, 10))).toBe('uncertain')
  })

  it('has a cell that is no rectangle where rules end half way', () => {
    const halfWay = [rule(0, 0, 40), rule(40, 0, 20), rule(80, 0, 40), rule(120, 0, 40)]
    const [grid] = gridsOf([rule(0, 0, 120), rule(20, 40, 120), rule(40, 0, 120)], halfWay)
    expect(grid?.cells.map(({ irregular }) => irregular)).toEqual([true, false, false, false])
    expect(grid && fillGrid(grid, [...set('12', 5, 30), ...set('3', 90, 10)], NOTHING, 1)?.trust).toBe('uncertain')
    expect(grid && fillGrid(grid, [...set('12', 50, 10), ...set('3', 90, 10)], NOTHING, 1)?.trust).toBe('ruled')
  })

  it('that frames one column of text is no table', () => {
    expect(trustOf(set('提示', 5, 10))).toBeUndefined()
  })
})

describe('a row torn by the end of a page', () => {
  const part = (page: number, ...texts: string[][]) => ({
    page,
    left: 0,
    right: 120,
    top: 0,
    bottom: texts.length * 20,
    trust: 'ruled' as const,
    cells: texts.flatMap((row, down) =>
      row.map((text, across) => ({
        text,
        pictures: 0,
        left: across * 40,
        right: across * 40 + 40,
        top: down * 20,
        bottom: down * 20 + 20,
      })),
    ),
  })

  it('becomes one again', () => {
    const table = tableBlock([part(1, ['1.许可', '1', '2'], ['2.逾期', '', '']), part(2, ['未缴费', '5', '6'], ['3.其他', '7', '8'])], 1)
    expect(outline([table])).toEqual([
      [
        ['0:1.许可', '1:1', '2:2'],
        ['0:2.逾期未缴费', '1:5', '2:6'],
        ['0:3.其他', '1:7', '2:8'],
      ],
    ])
  })

  it('is told from two rows', () => {
    const table = tableBlock([part(1, ['1.许可', '1', '2'], ['2.逾期', '', '']), part(2, ['3.其他', '7', '8'])], 1)
    expect(table.rows.length).toBe(3)
    expect(tableBlock([part(1, ['1.许可', '1', '2']), part(2, ['其他', '7', '8'])], 1).rows.length).toBe(2)
  })
})

describe('columns without rules', () => {
  it('are told by the white that all rows share, however near figures of one row stand', () => {
    const rows = [set('150', 10, 0), set('1,335', 26, 0), set('0', 15, 20), set('0', 40, 20)].flat()
    expect(columnsOf(rows, 2)).toEqual([
      { from: 10, to: 25 },
      { from: 26, to: 51 },
    ])
    expect(columnsOf(rows, 9)).toBeUndefined()
  })
})

describe('characters', () => {
  it('are those that radicals, compatibility and vertical forms stand for', () => {
    expect(['⻓', '⻅', '⺠', '⻔', '⼈', '\uf900', 'ﬁ', '︵'].map(plainCharacters)).toEqual([
      '长',
      '见',
      '民',
      '门',
      '人',
      '\u8c48',
      'fi',
      '(',
    ])
  })

  it('stay as they are where they are characters of their own', () => {
    expect(['①', '，', '１', '（'].map(plainCharacters)).toEqual(['①', '，', '１', '（'])
  })
})
