import { describe, expect, it } from 'vitest'
import { outline } from '../outline.ts'
import { printedAndRead, tablesOf, textsOf } from './read-pdf.ts'

const LONG = '围绕群众关心的事项，把公开的要求写进办文的每一道环节，栏目由专人按月核对，'
const cells = (...texts: string[]) => texts.map((text) => ({ text }))

describe('paragraphs of a PDF', () => {
  it('are joined from their lines, and begin anew at an indent', async () => {
    const first = LONG.repeat(4)
    expect(textsOf(await printedAndRead(['某局年度报告', first, '另起一段。']))).toEqual(['某局年度报告', first, '另起一段。'])
  })

  it('leave headings on lines of their own, and page numbers out', async () => {
    const blocks = await printedAndRead(['某局年度报告', '一、总体情况', LONG, '二、主动公开政府信息情况'])
    expect(textsOf(blocks)).toEqual(['某局年度报告', '一、总体情况', LONG, '二、主动公开政府信息情况'])
  })

  it('go on over the end of a page', async () => {
    const long = LONG.repeat(60)
    const blocks = await printedAndRead(['某局年度报告', long])
    expect(textsOf(blocks)).toEqual(['某局年度报告', long])
    expect(blocks.map(({ source }) => source)).toEqual([
      { page: 1, paragraph: 1 },
      { page: 1, paragraph: 2 },
    ])
  })

  it('keep circled digits and full-width marks, and drop the space around Latin letters in Chinese', async () => {
    expect(textsOf(await printedAndRead(['某局年度报告', '公开 ① 2024 年的 open data 共１２条，（含）附件']))).toEqual([
      '某局年度报告',
      '公开①2024年的open data共１２条，（含）附件',
    ])
  })
})

describe('tables of a PDF', () => {
  const rows = [
    [
      { text: '事项', rowSpan: 2 },
      { text: '数量', columnSpan: 2 },
    ],
    cells('本年', '上年'),
    cells('许可', '12', ''),
    [{ text: '处罚' }, { text: '3', columnSpan: 2 }],
  ]

  it.each(['stroked', 'filled'] as const)('give merged cells where no rule separates (%s)', async (rules) => {
    const [table] = tablesOf(await printedAndRead(['某局年度报告附有若干事项的统计表', { rows }], { rules }))
    expect(table && outline([table])).toEqual([
      [
        ['0v2:事项', '1+2:数量'],
        ['1:本年', '2:上年'],
        ['0:许可', '1:12', '2:'],
        ['0:处罚', '1+2:3'],
      ],
    ])
    expect(table?.rows[2]?.[1]?.source).toEqual({ page: 1, table: 1, row: 3, cell: 2 })
  })

  it('are one where they go on over the end of a page', async () => {
    const many = Array.from({ length: 60 }, (_, index) => cells(`${index + 1}.事项`, String(index), String(index * 2)))
    const tables = tablesOf(await printedAndRead(['某局年度报告附有若干事项的统计表', { rows: many }]))
    expect(tables.map(({ rows: all }) => all.length)).toEqual([60])
    expect(tables[0]?.rows.map((row) => row[0]?.source.page)).toContain(2)
  })

  it('keep a number whole that is broken inside its cell', async () => {
    const wide = [cells('许可', '12', '3'), cells('处罚', '123456789012345678901234567890123456789012345678901234', '3')]
    const [table] = tablesOf(await printedAndRead(['某局年度报告附有若干事项的统计表', { rows: wide }]))
    expect(table?.trust).toBeUndefined()
    expect(table && outline([table])).toEqual([
      [
        ['0:许可', '1:12', '2:3'],
        ['0:处罚', '1:123456789012345678901234567890123456789012345678901234', '2:3'],
      ],
    ])
  })

  it('stand in order with the pictures around them', async () => {
    const blocks = await printedAndRead(['某局年度报告附有若干事项的统计表', { rows }], {
      picture: { x: 20, y: 200, width: 60, height: 40 },
    })
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'table', 'picture'])
  })
})
