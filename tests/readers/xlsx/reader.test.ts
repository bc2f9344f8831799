import { describe, expect, it } from 'vitest'
import { inflate } from '../../../functions/node/inflate.ts'
import { readFile } from '../../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../../shared/readers/reader.ts'
import type { KnownFormat } from '../../../shared/readers/registry.ts'
import { outline } from '../outline.ts'
import { blocksOf, contentOf, reasonOf } from '../test-reader.ts'
import { bookOf, bytesOf, type Kind, merge, sheetOf, streamOf, withHiddenRow, withParts, withRecord, withStream } from './books.ts'

const KINDS = [
  { reader: 'xlsx', kind: 'xlsx' },
  { reader: 'xls', kind: 'biff8' },
] as const satisfies readonly { reader: KnownFormat; kind: Kind }[]

describe.each(KINDS)('the reader of $kind', ({ reader, kind }) => {
  const shortSheet = async (...sheet: Parameters<typeof sheetOf>) =>
    (await blocksOf(reader, bytesOf(bookOf({ 年报: sheetOf(...sheet) }), kind)))[0]

  it('reads merged cells both ways, and keeps blank figures as cells', async () => {
    const sheet = sheetOf(
      [
        ['申请数量', null, '自然人', '总计'],
        ['三、办理结果', '(一)予以公开', 3, 3],
        [null, '(二)部分公开', null, null],
        [null, '(三)不予公开', 0, null],
      ],
      { '!merges': [merge('A1:B1'), merge('A2:A4')] },
    )
    expect(await blocksOf(reader, bytesOf(bookOf({ 表: sheet }), kind))).toEqual([
      [
        ['0+2:申请数量', '2:自然人', '3:总计'],
        ['0v3:三、办理结果', '1:(一)予以公开', '2:3', '3:3'],
        ['1:(二)部分公开', '2:', '3:'],
        ['1:(三)不予公开', '2:0', '3:'],
      ],
    ])
  })

  it('gives headings and paragraphs one cell', async () => {
    const long = '某局全年主动公开信息若干条,'.repeat(8)
    expect(await shortSheet([['标题'], ['甲', 1, 2], ['乙', 3, 4], [long], [null], ['丙', 5]])).toEqual([
      ['0:标题'],
      ['0:甲', '1:1', '2:2'],
      ['0:乙', '1:3', '2:4'],
      [`0:${long}`],
      ['0:丙', '1:5'],
    ])
  })

  it('says where each cell stands', async () => {
    const sheet = sheetOf([[null, '甲', 1], [null], [null, '乙', 2]])
    const [table] = (await contentOf(reader, bytesOf(bookOf({ 空: sheetOf([]), 表二: sheet }), kind))).blocks
    expect(table?.source).toEqual({ sheet: '表二', table: 1 })
    expect(table?.kind === 'table' && table.rows[1]?.[1]?.source).toEqual({ sheet: '表二', table: 1, row: 3, cell: 3 })
    expect(table?.kind === 'table' && table.rows[1]?.[1]?.column).toBe(1)
  })

  const withHidden = (rows: Parameters<typeof sheetOf>[0], merges: string[], row: number): Uint8Array => {
    const sheet = sheetOf(rows, { '!merges': merges.map(merge), '!rows': [], '!cols': [{}, { hidden: true }] })
    sheet['!rows'] = Array.from({ length: row + 1 }, (_, index) => ({ hidden: index === row }))
    const book = bookOf({ 藏: sheetOf([['旧', 9]]), 表: sheet })
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] }
    return kind === 'biff8' ? withHiddenRow(bytesOf(book, kind), row) : bytesOf(book, kind)
  }

  it('leaves hidden rows, columns and sheets out, and says so', async () => {
    const rows = ['甲', '乙', '丙'].map((label, index) => [label, '密', index])
    const { blocks, remarks } = await contentOf(reader, withHidden(rows, [], 1))
    expect(outline(blocks)).toEqual([
      [
        ['0:甲', '1:0'],
        ['0:丙', '1:2'],
      ],
    ])
    expect(remarks).toEqual(['hidden-text-left-out'])
  })

  it('shows a merged area whose first row is hidden', async () => {
    const rows = ['甲', '乙', '丙'].map((label, index) => [index === 0 ? '合并' : null, '密', label, index])
    expect(await blocksOf(reader, withHidden(rows, ['A1:A3'], 0))).toEqual([
      [
        ['0v2:合并', '1:乙', '2:1'],
        ['1:丙', '2:2'],
      ],
    ])
  })

  it.each([
    [59237.2449, '0', '59237.2449'],
    [1234567, '#,##0', '1,234,567'],
    [1234567.25, '#,##0', '1234567.25'],
    [5, '0.00', '5.00'],
    [0.125, '0.0%', '12.5%'],
    [0.125, '0%', '12.5%'],
    [0, '_ * #,##0_ ;_ * "-"_ ', '0'],
    [0, '#,##0;-#,##0;;', '0'],
    [-5, '0;(0)', '-5'],
    [45677, 'yyyy-mm-dd', '2025-01-20'],
    [0.1 + 0.2, 'General', '0.3'],
    [11398889, 'General', '11398889'],
    [1276.5534, '0.0000"万元"', '1276.5534万元'],
  ])('reads %d in the format %s as %s', async (v, z, text) => {
    expect(await shortSheet([['数', { t: 'n', v, z }]])).toEqual([['0:数', `1:${text}`]])
  })

  it('reads texts, errors and truth values as they stand', async () => {
    const error = { t: 'e', v: 23 } as const
    expect(await shortSheet([['0012', error, true, '22(其中修订16件)', '第一行\r\n第二行']])).toEqual([
      ['0:0012', '1:#REF!', '2:TRUE', '3:22(其中修订16件)', '4:第一行\n第二行'],
    ])
  })

  it('names the section by the sheet, where the sheet does not', async () => {
    const book = bookOf({
      '二、主动公开': sheetOf([['规章', 1]]),
      '三、申请': sheetOf([['三、申请情况'], ['二、上年结转', 1]]),
      其他: sheetOf([['甲', 1]]),
    })
    expect((await blocksOf(reader, bytesOf(book, kind))).filter((block) => typeof block === 'string')).toEqual(['二、主动公开'])
  })

  it('is found by the content of the file', async () => {
    const reading = await readFile(bytesOf(bookOf({ 表: sheetOf([['甲', 1]]) }), kind), { inflate, limits: READ_LIMITS })
    expect('document' in reading && reading.document.format).toBe(reader)
  })

  it('refuses more cells than the limit', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row, row, row])
    expect(await reasonOf(reader, bytesOf(bookOf({ 表: sheetOf(rows) }), kind), { cells: 100 })).toBe('too-complex')
  })

  it('refuses a file that breaks off', async () => {
    const bytes = bytesOf(bookOf({ 表: sheetOf([['甲', 1]]) }), kind)
    expect(await reasonOf(reader, bytes.subarray(0, bytes.length / 2))).toBe('damaged')
  })
})

describe('the reader of xlsx', () => {
  const bytes = bytesOf(bookOf({ 表: sheetOf([['甲', 1]]) }))
  const changed = (change: (xml: string) => string) => withParts(bytes, { 'xl/worksheets/sheet1.xml': change })

  it('reads a formula by its stored result', async () => {
    const file = changed((xml) => xml.replace('<v>1</v>', '<f>SUM(A2:A9)</f><v>42</v>'))
    expect(await blocksOf('xlsx', file)).toEqual([[['0:甲', '1:42']]])
  })

  it.each([
    ['a sheet that breaks off', (xml: string) => xml.slice(0, xml.indexOf('</sheetData>'))],
    ['a cell whose text is not there', (xml: string) => xml.replace('t="s"><v>0</v>', 't="s"><v>99</v>')],
    [
      'columns without end',
      (xml: string) => xml.replace('<sheetData>', '<cols><col min="1" max="4294967295" hidden="1"/></cols><sheetData>'),
    ],
    ['a row beyond the last', (xml: string) => xml.replaceAll('r="1"', 'r="99999999999"').replaceAll('A1"', 'A99999999999"')],
    ['a DOCTYPE', (xml: string) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')],
  ])('refuses %s', async (_, change) => {
    expect(await reasonOf('xlsx', changed(change))).toBe('damaged')
  })

  it('refuses a workbook without its sheet, and one in the binary spelling', async () => {
    expect(await reasonOf('xlsx', withParts(bytes, { 'xl/worksheets/sheet1.xml': null }))).toBe('damaged')
    const binary = withParts(bytes, { 'xl/workbook.xml': null, 'xl/workbook.bin': () => 'x' })
    expect(await reasonOf('xlsx', binary)).toBe('unknown-format')
  })

  it('refuses a bomb before it is unpacked', async () => {
    const bomb = withParts(bytes, { 'xl/sharedStrings.xml': () => `<sst>${' '.repeat(70 * 1024 * 1024)}</sst>` })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await reasonOf('xlsx', bomb)).toBe('too-large')
  })

  it('is not kept busy by links over all cells, and reads no cell out of a comment', async () => {
    const links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    const file = changed((xml) => xml.replace('</sheetData>', `<!-- <row r="2"><c r="A2"><v>7</v></c></row> --></sheetData>${links}`))
    expect(await blocksOf('xlsx', file)).toEqual([[['0:甲', '1:1']]])
  })

  it('says that there is a picture on a sheet', async () => {
    const drawing = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const relationships = (type: string, target: string) =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${drawing}/${type}" Target="${target}"/></Relationships>`
    const file = withParts(bytes, {
      'xl/worksheets/sheet1.xml': (xml) => xml.replace(/<\/worksheet>/, '<drawing/></worksheet>'),
      'xl/worksheets/_rels/sheet1.xml.rels': () => relationships('drawing', '../drawings/drawing1.xml'),
      'xl/drawings/_rels/drawing1.xml.rels': () => relationships('image', '../media/image1.png'),
    })
    expect(await blocksOf('xlsx', file)).toEqual([[['0:甲', '1:1']], '[picture]'])
  })
})

describe('the reader of xls', () => {
  const bytes = bytesOf(bookOf({ 表: sheetOf([['甲', 1]]) }), 'biff8')

  it('says that a file under a password is one', async () => {
    expect(await reasonOf('xls', withRecord(bytes, 0, [0x2f, 0, 4, 0, 0, 0, 0, 0]))).toBe('encrypted')
  })

  it('says that a file from before Excel 97 is one', async () => {
    expect(await reasonOf('xls', withStream('Book', streamOf(bytes)))).toBe('old-format')
  })

  it('refuses a stream that opens with something else', async () => {
    expect(await reasonOf('xls', withStream('Workbook', new TextEncoder().encode('甲,1\n'.repeat(2000))))).toBe('damaged')
  })

  it('is not kept busy by links and columns over whole sheets', async () => {
    const [record, ALL] = [
      (type: number, content: readonly number[]) => [type & 255, type >> 8, content.length, 0, ...content],
      [0, 0, 255, 255],
    ]
    const link = record(0x01b8, [...ALL, ...ALL, ...Array<number>(24).fill(0)])
    const file = withRecord(bytes, -1, Array.from({ length: 200 }, () => link).flat())
    expect(await blocksOf('xls', file)).toEqual([[['0:甲', '1:1']]])
    const columns = record(0x007d, [...ALL, ...Array<number>(8).fill(0)])
    expect(await reasonOf('xls', withRecord(bytes, -1, Array.from({ length: 200 }, () => columns).flat()))).toBe('too-complex')
  })
})
