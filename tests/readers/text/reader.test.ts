import { describe, expect, it } from 'vitest'
import { withCpuTime } from '../../cpu-time.ts'
import { toGb18030, toUtf8, toUtf16 } from '../encoding/chinese-bytes.ts'
import { contentOf, readWith, testReader } from '../test-reader.ts'
import { layouts } from './layouts.ts'

const ROW = '行政许可 | 51 | ||\n'
const ROW_BLOCKS = [[['0:行政许可', '1:51', '2:', '3:']]]
const lineBreaks = { 'a line feed': '\n', 'a carriage return': '\r', both: '\r\n' }
const cells = toUtf8('a|b|c\n'.repeat(4))

testReader('txt', {
  reads: {
    ...Object.fromEntries(Object.entries(layouts).map(([name, { text, blocks }]) => [name, { file: toUtf8(text), blocks }])),
    ...Object.fromEntries(
      Object.entries(lineBreaks).map(([name, lineBreak]) => [
        `lines broken by ${name}, and counts them`,
        {
          file: toUtf8(['甲', '', '乙', 'a|b|c', 'd|e|f', '丙'].join(lineBreak)),
          blocks: [
            '甲',
            '乙',
            [
              ['0:a', '1:b', '2:c'],
              ['0:d', '1:e', '2:f'],
            ],
            '丙',
          ],
          places: {
            甲: { line: 1 },
            乙: { line: 3 },
            a: { line: 4, table: 1, row: 1, cell: 1 },
            e: { line: 5, table: 1, row: 2, cell: 2 },
            丙: { line: 6 },
          },
        },
      ]),
    ),
    'pages by form feeds, which break no line': {
      file: toUtf8('甲\n\f乙\n丙\f丁'),
      blocks: ['甲', '乙', '丙', '丁'],
      places: { 甲: { line: 1, page: 1 }, 乙: { line: 2, page: 2 }, 丙: { line: 3, page: 2 }, 丁: { line: 3, page: 3 } },
    },
    GBK: { file: toGb18030(ROW), blocks: ROW_BLOCKS },
    'UTF-16': { file: toUtf16(ROW, 'little', false), blocks: ROW_BLOCKS },
    'as many letters as the limit': { file: toUtf8('公'.repeat(10)), limits: { characters: 10 }, blocks: ['公'.repeat(10)] },
    'as many cells as the limit': { file: cells, limits: { cells: 12 }, blocks: [Array(4).fill(['0:a', '1:b', '2:c'])] },
  },
  refuses: {
    'more letters than the limit': { file: toUtf8('公'.repeat(11)), limits: { characters: 10 }, unreadable: 'too-complex', limit: '10字' },
    'more bytes than so many letters can have': {
      file: toUtf8('a'.repeat(41)),
      limits: { characters: 10 },
      unreadable: 'too-complex',
      limit: '10字',
    },
    'more cells than the limit': { file: cells, limits: { cells: 11 }, unreadable: 'too-complex', limit: '11个段落或单元格' },
    'what no encoding fits': { file: new Uint8Array(1000).fill(0xff), unreadable: 'garbled' },
  },
})

describe('the reader of txt', () => {
  it('says where tables and cells stand', async () => {
    const [, , table] = (await contentOf('txt', toUtf8('甲\n\n乙\na|b|c\nd|e|f'))).blocks
    expect(table?.source).toEqual({ line: 4, table: 1 })
    expect(table?.kind === 'table' && table.rows[1]?.[1]?.source).toEqual({ line: 5, table: 1, row: 2, cell: 2 })
  })

  it('is quick on a file of nothing but bars, breaks or spaces', async () => {
    for (const piece of ['|', '|\n', '\n', ' ', '\t', 'a\n', '-', '| - ']) {
      const { milliseconds } = await withCpuTime(() => readWith('txt', toUtf8(piece.repeat(500_000))))
      expect(milliseconds).toBeLessThan(5000)
    }
  })
})
