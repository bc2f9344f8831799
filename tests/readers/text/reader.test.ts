import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textReader } from '../../../shared/readers/text/reader.ts'
import { withCpuTime } from '../../cpu-time.ts'
import { toGb18030, toUtf8, toUtf16 } from '../encoding/chinese-bytes.ts'
import { damaged } from '../html/damage.ts'
import type { Outline } from '../outline.ts'
import { contentOf, readWith, testReader } from '../test-reader.ts'

const layouts: Record<string, { text: string; blocks: Outline }> = {
  'rows with trailing pads': {
    text: '第二十条第(一)项 | |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n行政许可 | 51 | ||',
    blocks: [
      [
        ['0:第二十条第(一)项', '1:', '2:', '3:'],
        ['0:信息内容', '1:本年制发件数', '2:本年废止件数', '3:现行有效件数'],
        ['0:规章', '1:0', '2:0', '3:0'],
        ['0:行政许可', '1:51', '2:', '3:'],
      ],
    ],
  },
  'clean rows of two cells': {
    text: '行政处罚|3\n行政强制|0',
    blocks: [
      [
        ['0:行政处罚', '1:3'],
        ['0:行政强制', '1:0'],
      ],
    ],
  },
  'a leading pipe and a markdown rule': {
    text: '| 信息内容 | 数量 |\n|:---|---:|\n| 规章 | - |\n| | |\n| 行政许可 | |',
    blocks: [
      [
        ['0:信息内容', '1:数量'],
        ['0:规章', '1:-'],
        ['0:', '1:'],
        ['0:行政许可', '1:'],
      ],
    ],
  },
  'full-width and drawn bars': {
    text: '┌───┬───┐\n│规章│0│\n├───┼───┤\n│行政许可│51│\n└───┴───┘\n\n正文\n行政处罚|0|1',
    blocks: [
      [
        ['0:规章', '1:0'],
        ['0:行政许可', '1:51'],
      ],
      '正文',
      [['0:行政处罚', '1:0', '2:1']],
    ],
  },
  'rows split by tabs, with an empty first cell': {
    text: '(三)不予公开\t1.属于国家秘密\t0\t0\n\t2.其他\t1\t\n(七)总计\t\t1\t0',
    blocks: [
      [
        ['0:(三)不予公开', '1:1.属于国家秘密', '2:0', '3:0'],
        ['0:', '1:2.其他', '2:1', '3:'],
        ['0:(七)总计', '1:', '2:1', '3:0'],
      ],
    ],
  },
  'rows with blank lines between them': {
    text: '行政处罚 | 3\n\n行政强制 | 0\n',
    blocks: [
      [
        ['0:行政处罚', '1:3'],
        ['0:行政强制', '1:0'],
      ],
    ],
  },
  'a whole table on one line': {
    text: '规章 | 0 | 0 | 0 | 行政许可 | 51',
    blocks: [[['0:规章', '1:0', '2:0', '3:0', '4:行政许可', '5:51']]],
  },
  'tab rows that follow bar rows': { text: 'a|b|c\nd\te\tf', blocks: [[['0:a', '1:b', '2:c']], [['0:d', '1:e', '2:f']]] },
  'one cell a line between lone pipes': { text: '80\n|\n0\n |\n\n0', blocks: ['80', '0', '0'] },
  'one cell a line closed by a pipe': { text: '一、本年新收 |\n80 |\n| 0 |\n|||', blocks: ['一、本年新收', '80', '0'] },
  'prose with a tab indent or a numbering tab': {
    text: '\t一、总体情况\n1.\t主动公开\n(二)\t依申请公开\n\t\t标题',
    blocks: ['一、总体情况', '1.\t主动公开', '(二)\t依申请公开', '标题'],
  },
  'prose with a bar': {
    text: '首页|公开\n本年共发布41条。\n来源|本局。\n另见|年报。',
    blocks: ['首页|公开', '本年共发布41条。', '来源|本局。', '另见|年报。'],
  },
  'indentation of every kind': { text: '  甲\n  乙\n\u00a0丙 ', blocks: ['甲', '乙', '丙'] },
  'a layout aligned by spaces': {
    text: '规章      0      0      0\n行政许可       51',
    blocks: ['规章      0      0      0', '行政许可       51'],
  },
  'a text without a last line break': { text: '甲', blocks: ['甲'] },
  nothing: { text: ' \n\r\n', blocks: [] },
}

const ROW = '行政许可 | 51 | ||\n'
const ROW_BLOCKS = [[['0:行政许可', '1:51', '2:', '3:']]]
const lineBreaks = { 'a line feed': '\n', 'a carriage return': '\r', both: '\r\n' }
const cells = toUtf8('a|b|c\n'.repeat(4))

testReader(textReader, {
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

describe('textReader', () => {
  it('says where tables and cells stand', async () => {
    const [, , table] = (await contentOf(textReader, toUtf8('甲\n\n乙\na|b|c\nd|e|f'))).blocks
    expect(table?.source).toEqual({ line: 4, table: 1 })
    expect(table?.kind === 'table' && table.rows[1]?.[1]?.source).toEqual({ line: 5, table: 1, row: 2, cell: 2 })
  })

  it('is quick on a file of nothing but bars, breaks or spaces', async () => {
    for (const piece of ['|', '|\n', '\n', ' ', '\t', 'a\n', '-', '| - ']) {
      const { milliseconds } = await withCpuTime(() => readWith(textReader, toUtf8(piece.repeat(500_000))))
      expect(milliseconds).toBeLessThan(5000)
    }
  })

  it('never throws, whatever bytes are changed or cut off', async () => {
    const sound = toUtf8(
      Object.values(layouts)
        .map(({ text }) => text)
        .join('\n'),
    )
    await fc.assert(
      fc.asyncProperty(damaged(sound), async (bytes) => {
        const reading = await readWith(textReader, bytes)
        expect('document' in reading || reading.unreadable === 'garbled').toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
