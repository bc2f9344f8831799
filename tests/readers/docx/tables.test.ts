import { describe, expect, it } from 'vitest'
import type { Remark } from '../../../shared/document/reading.ts'
import type { BlockOutline } from '../outline.ts'
import { contentOf, readWith, testReader } from '../test-reader.ts'
import { blocksIn, docxOf, line, p, r, t, tbl, tc, tr } from './docx-file.ts'

const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const begins = '<w:vMerge w:val="restart"/>'
const goesOn = '<w:vMerge/>'
const change = 'w:id="1" w:author="复核"'
const cells = (...texts: string[]) => texts.map((text) => tc(line(text)))

const GRIDS: Record<string, { body: string; grid: BlockOutline; remarks?: Remark[] }> = {
  'plain cells': {
    body: tbl(tr(...cells('甲', '1')), tr(...cells('乙', '2'))),
    grid: [
      ['0:甲', '1:1'],
      ['0:乙', '1:2'],
    ],
  },
  'cells merged across': { body: tbl(tr(tc(line('头'), span(3)), ...cells('总计'))), grid: [['0+3:头', '3:总计']] },
  'cells merged down': {
    body: tbl(
      tr(tc(line('三'), begins), ...cells('1')),
      tr(tc('<w:p/>', goesOn), ...cells('2')),
      tr(tc('<w:p/>', '<w:vMerge w:val="continue"/>'), ...cells('3')),
    ),
    grid: [['0v3:三', '1:1'], ['1:2'], ['1:3']],
  },
  'cells merged both ways': {
    body: tbl(tr(tc(line('角'), span(2) + begins), ...cells('1')), tr(tc('<w:p/>', span(2) + goesOn), ...cells('2'))),
    grid: [['0+2v2:角', '2:1'], ['2:2']],
  },
  'a merged area right under another': {
    body: tbl(tr(tc(line('甲'), begins)), tr(tc('<w:p/>', goesOn)), tr(tc(line('乙'), begins)), tr(tc('<w:p/>', goesOn))),
    grid: [['0v2:甲'], [], ['0v2:乙'], []],
  },
  'a merge that goes on from nothing': { body: tbl(tr(tc(line('甲'), goesOn)), tr(...cells('乙'))), grid: [['0:甲'], ['0:乙']] },
  'a merge cut off by a plain cell': {
    body: tbl(tr(tc(line('甲'), begins)), tr(...cells('乙')), tr(tc(line('丙'), goesOn))),
    grid: [['0:甲'], ['0:乙'], ['0:丙']],
  },
  'the old merge across': {
    body: tbl(tr(tc(line('头'), '<w:hMerge w:val="restart"/>'), tc('<w:p/>', '<w:hMerge/>'), ...cells('尾'))),
    grid: [['0+2:头', '2:尾']],
  },
  'columns left free before a row': { body: tbl(tr('<w:trPr><w:gridBefore w:val="2"/></w:trPr>', ...cells('1'))), grid: [['2:1']] },
  'spans beyond reason as none': {
    body: tbl(tr(tc(line('1'), span(1e9)), tc(line('2'), span(0)), tc(line('3'), span(-2)))),
    grid: [['0:1', '1:2', '2:3']],
  },
  'paragraphs of a cell, the empty ones left out': {
    body: tbl(tr(tc(`${line('甲')}<w:p/>${line('乙')}`), tc('<w:p/>'))),
    grid: [['0:甲\n乙', '1:']],
  },
  'rows and cells in content controls': {
    body: tbl(
      `<w:sdt><w:sdtPr/><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc(line('1'))}</w:sdtContent></w:sdt>`, ...cells('2'))}</w:sdtContent></w:sdt>`,
    ),
    grid: [['0:1', '1:2']],
  },
  'no deleted rows': {
    body: tbl(
      tr(...cells('1')),
      tr(`<w:trPr><w:del ${change}/></w:trPr>`, ...cells('2')),
      tr(`<w:trPr><w:ins ${change}/></w:trPr>`, ...cells('3')),
    ),
    grid: [['0:1'], ['0:3']],
    remarks: ['tracked-changes-accepted'],
  },
  'a deleted row inside a merged area': {
    body: tbl(
      tr(tc(line('三'), begins), ...cells('1')),
      tr(`<w:trPr><w:del ${change}/></w:trPr>`, tc('<w:p/>', goesOn), ...cells('2')),
      tr(tc('<w:p/>', goesOn), ...cells('3')),
    ),
    grid: [['0v2:三', '1:1'], ['1:3']],
    remarks: ['tracked-changes-accepted'],
  },
  'no deleted cells': {
    body: tbl(tr(...cells('1'), tc(line('2'), `<w:cellDel ${change}/>`), ...cells('3'))),
    grid: [['0:1', '1:3']],
    remarks: ['tracked-changes-accepted'],
  },
  'spans as they are, not as they were before a change': {
    body: tbl(tr(tc(line('1'), `${span(2)}<w:tcPrChange ${change}><w:tcPr>${span(5)}${goesOn}</w:tcPr></w:tcPrChange>`))),
    grid: [['0+2:1']],
  },
}

testReader('docx', {
  reads: Object.fromEntries(
    Object.entries(GRIDS).map(([name, { body, grid, remarks = [] }]) => [name, { file: docxOf(body), blocks: [grid], remarks }]),
  ),
})

describe('the docx reader reads of tables', () => {
  it('where each piece stands: counted as they stand in the file, covered cells and deleted rows too', async () => {
    const body =
      line('前') +
      tbl(
        tr(tc(line('头'), begins), ...cells('1')),
        tr(`<w:trPr><w:del ${change}/></w:trPr>`, ...cells('去', '去')),
        tr(tc('<w:p/>', goesOn), tc(tbl(tr(...cells('内'))) + line('2'))),
      ) +
      line('后')
    const { blocks } = await contentOf('docx', docxOf(body))
    const at = (row: number, cell: number, table = 1) => ({ table, row, cell })
    const paragraph = (text: string, source: object) => ({ kind: 'paragraph', text, source })
    const cell = (column: number, rowSpan: number, source: object, ...blocks: object[]) => ({
      column,
      columnSpan: 1,
      rowSpan,
      blocks,
      source,
    })
    const inner = { kind: 'table', source: { table: 2 }, rows: [[cell(0, 1, at(1, 1, 2), paragraph('内', at(1, 1, 2)))]] }
    expect(blocks).toEqual([
      paragraph('前', { paragraph: 1 }),
      {
        kind: 'table',
        source: { table: 1 },
        rows: [
          [cell(0, 2, at(1, 1), paragraph('头', at(1, 1))), cell(1, 1, at(1, 2), paragraph('1', at(1, 2)))],
          [cell(1, 1, at(3, 2), inner, paragraph('2', at(3, 2)))],
        ],
      },
      paragraph('后', { paragraph: 2 }),
    ])
  })

  it('nothing of a table without rows', async () => {
    expect(await blocksIn(tbl() + tbl(tr(`<w:trPr><w:del ${change}/></w:trPr>`, ...cells('去'))) + line('后'))).toEqual(['后'])
  })
})

const nested = (depth: number): string => (depth === 0 ? line('底') : tbl(tr(tc(nested(depth - 1)))))
const deep = (depth: number) => docxOf('<w:sdt>'.repeat(depth) + line('底') + '</w:sdt>'.repeat(depth))
const twelveLetters = docxOf(p(r(t('公'.repeat(6)))).repeat(2))
const rowsOf = (count: number) => docxOf(tbl(...Array(count).fill(tr(...cells('1', '2', '3')))))
const many = { limits: { cells: 50 } }
const tooMany = { ...many, unreadable: 'too-complex', limit: '50个段落或单元格' } as const
const damaged = (body: string) => ({ file: docxOf(body), unreadable: 'damaged' }) as const

testReader('docx', {
  reads: {
    'as many cells as the limit': { file: rowsOf(10), ...many, blocks: [Array(10).fill(['0:1', '1:2', '2:3'])] },
    'as many letters as the limit': { file: twelveLetters, limits: { characters: 12 }, blocks: ['公'.repeat(6), '公'.repeat(6)] },
    'elements as deep as any program writes': { file: deep(900), blocks: ['底'] },
  },
  refuses: {
    'tables deeper in each other than the limit': { file: docxOf(nested(33)), unreadable: 'too-complex', limit: '嵌套32层' },
    'more cells than the limit': { file: rowsOf(20), ...tooMany },
    'more paragraphs than the limit': { file: docxOf('<w:p/>'.repeat(51)), ...tooMany },
    'more pictures than the limit': { file: docxOf(p(r('<a:blip/>'.repeat(51)))), ...tooMany },
    'more letters than the limit': { file: twelveLetters, limits: { characters: 11 }, unreadable: 'too-complex', limit: '11字' },
    'elements deeper than any program writes': { file: deep(200_000), unreadable: 'too-complex', limit: '嵌套1000层' },
    'a file that takes more time than the limit': {
      file: docxOf(p(r(t('1').repeat(100_000)))),
      limits: { milliseconds: 0 },
      unreadable: 'too-complex',
      limit: '0秒',
    },
    'a row outside a table': damaged(tr(...cells('1'))),
    'a cell outside a row': damaged(tbl(...cells('1'))),
    'a row in a row': damaged(tbl(tr(tr(...cells('1'))))),
    'a cell in a cell': damaged(tbl(tr(tc(tc(line('1')))))),
    'a paragraph in a paragraph': damaged(p(line('1'))),
    'a table in a paragraph': damaged(p(tbl(tr(...cells('1'))))),
  },
})

it('reads tables as deep in each other as the limit', async () => {
  expect(await readWith('docx', docxOf(nested(32)))).toMatchObject({ document: { blocks: [{ kind: 'table' }] } })
})
