import { describe, expect, it } from 'vitest'
import { withCpuTime } from '../../cpu-time.ts'
import { toGb18030, toUtf8, toUtf16 } from '../encoding/chinese-bytes.ts'
import { outline } from '../outline.ts'
import { blocksOf, contentOf, testReader } from '../test-reader.ts'
import { changed, pages } from './pages.ts'

const meta = (charset: string): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><p>`
const encoded: Record<string, Uint8Array> = {
  'gb2312 with characters of GB18030': toGb18030(`${meta('gb2312')}某㐀镇`),
  'gb2312 declared as utf-8': toGb18030(`${meta('utf-8')}某㐀镇`),
  'UTF-8 declared as gb2312': toUtf8(`${meta('gb2312')}某㐀镇`),
  'UTF-8 that says nothing, with a mark': toUtf8('\ufeff<p>某㐀镇'),
  'UTF-16 as Word saves it': toUtf16(`${meta('unicode')}某㐀镇`, 'little', true),
  'UTF-16 without a mark': toUtf16(`${meta('unicode')}某㐀镇`, 'big', false),
  'entities alone': toUtf8(`${meta('iso-8859-1')}&#26576;&#x3400;&#38215;`),
}

const TOO_MANY = '50个段落或单元格'
const excessive: Record<string, { html: string; limit: string }> = {
  'too many cells': { html: `<table>${'<tr><td>1<td>2'.repeat(20)}`, limit: TOO_MANY },
  'too many spanned columns': { html: `<table><tr>${'<td colspan=9999>'.repeat(20)}`, limit: TOO_MANY },
  'too many rows': { html: `<table>${'<tr>'.repeat(200)}`, limit: TOO_MANY },
  'too many columns under spans': { html: `<table><tr>${'<td rowspan=9>'.repeat(20)}${'<tr><td>a'.repeat(8)}`, limit: TOO_MANY },
  'too many paragraphs': { html: '<p>a'.repeat(200), limit: TOO_MANY },
  'too many preformatted lines': { html: `<pre>${'\n'.repeat(200)}`, limit: TOO_MANY },
  'too many hidden elements': { html: '<p hidden>'.repeat(200), limit: TOO_MANY },
  'too many tables in tables': { html: '<table><tr><td>'.repeat(6), limit: '嵌套5层' },
}

testReader('html', {
  reads: {
    ...Object.fromEntries(Object.entries(pages).map(([name, { html, blocks }]) => [name, { file: toUtf8(html), blocks }])),
    ...Object.fromEntries(
      Object.entries(changed).map(([name, { html, blocks, remarks }]) => [name, { file: toUtf8(html), blocks, remarks }]),
    ),
    ...Object.fromEntries(Object.entries(encoded).map(([name, file]) => [name, { file, blocks: ['某㐀镇'] }])),
  },
  refuses: Object.fromEntries(
    Object.entries(excessive).map(([name, { html, limit }]) => [
      name,
      { file: toUtf8(html), limits: { cells: 50, nesting: 5 }, unreadable: 'too-complex', limit },
    ]),
  ),
})

describe('the reader of html', () => {
  it.each(Object.entries(excessive))('reads within higher limits what had %s', async (_, { html }) =>
    expect(await contentOf('html', toUtf8(html), { cells: 100_000, nesting: 6 })).toHaveProperty('blocks'),
  )

  it('reads a long page as one that is decoded whole', async () => {
    const row = (index: number): string =>
      `<tr class="x > y">\n<td>第${index}项 &lt; a<>b</td><TD style='color:#333'>${index}&nbsp;件</td>\n`
    const page = `${meta('gb18030')}<table>${Array.from({ length: 3000 }, (_, index) => row(index)).join('')}</table><style>.x{}</style>`
    const [inPieces, whole] = [await blocksOf('html', toUtf8(page)), await blocksOf('html', toUtf16(page, 'little', true))]
    expect(inPieces).toEqual(whole)
    expect((inPieces[0] as readonly (readonly string[])[])[2999]).toEqual(['0:第2999项 < a<>b', '1:2999\u00a0件'])
  })

  it('puts nested tables into their cells, and numbers tables, rows and cells as they stand in the file', async () => {
    const { blocks } = await contentOf('html', toUtf8('甲<table><tr><td>a<table><tr><td>b<td>c</table>d</table>乙<table><tr><td>e</table>'))
    const [first, table, second, last] = blocks
    expect([first?.source, second?.source]).toEqual([{ paragraph: 1 }, { paragraph: 2 }])
    expect([table?.source, last?.source]).toEqual([{ table: 1 }, { table: 3 }])
    const cell = table?.kind === 'table' ? table.rows[0]?.[0] : undefined
    expect(outline(cell?.blocks ?? [])).toEqual(['a', [['0:b', '1:c']], 'd'])
    const nested = cell?.blocks[1]
    expect(nested?.kind === 'table' && nested.rows[0]?.[1]).toMatchObject({
      source: { table: 2, row: 1, cell: 2 },
      blocks: [{ source: { table: 2, row: 1, cell: 2 } }],
    })
    expect(cell?.blocks[2]?.source).toEqual({ table: 1, row: 1, cell: 1 })
  })

  it.each([
    ['elements nested without end', `${'<div>'.repeat(200_000)}<table><tr><td><div>a</div></td></tr></table>${'</div>'.repeat(200_000)}`],
    ['elements never closed, and closings of others', `${'<b>'.repeat(200_000) + '</i>'.repeat(200_000)}<table><tr><td>a</table>`],
    ['tables begun within tables', `${'<table>'.repeat(200_000)}<tr><td>a`],
    ['hidden elements nested without end', `${'<div hidden>'.repeat(200_000)}${'</div>'.repeat(200_000)}<table><tr><td>a</table>`],
    ['a comment, a tag and an attribute without end', `<table><tr><td>a</table><p title="${'x '.repeat(500_000)}`],
    ['white space without end', `<table><tr><td>${' \n'.repeat(500_000)}a${' '.repeat(1_000_000)}</table>`],
  ])('is quick on %s', async (_, html) => {
    const { result, milliseconds } = await withCpuTime(() => blocksOf('html', toUtf8(html)))
    expect(result).toEqual([[['0:a']]])
    expect(milliseconds).toBeLessThan(3000)
  })
})
