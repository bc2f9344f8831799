import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeRtf } from '../../generator/rtf/write-rtf.ts'
import { libreofficeMixed } from '../libreoffice-mixed.ts'
import { type Reads, readWith, testReader } from '../test-reader.ts'

const fixture = new Uint8Array(readFileSync(new URL('files/libreoffice-mixed.rtf', import.meta.url)))
const MODEL = {
  blocks: [
    '一、总体情况{与}\\备注𠮷',
    {
      rows: [
        [
          { text: '项目', rowSpan: 2 },
          { text: '件数', columnSpan: 2 },
        ],
        [{ text: '制发' }, { text: '废止' }],
        [{ text: '规章\n第二段' }, { text: '3' }, { text: '' }],
      ],
    },
    '之后\t一段',
  ],
}

const model = (style: 'unicode' | 'gbk'): Reads => ({
  file: writeRtf(MODEL, { style }),
  blocks: [
    '一、总体情况{与}\\备注𠮷',
    [
      ['0v2:项目', '1+2:件数'],
      ['1:制发', '2:废止'],
      ['0:规章\n第二段', '1:3', '2:'],
    ],
    '之后\t一段',
  ],
})

testReader('rtf', {
  reads: {
    'paragraphs and a table with cells merged both ways, letters written as unicode': model('unicode'),
    'paragraphs and a table with cells merged both ways, letters written as gbk': model('gbk'),
    'a file of LibreOffice: lists, fields, tracked changes, hidden text, a table in a table, a picture': {
      file: fixture,
      blocks: libreofficeMixed({ styled: '①样式编号' }),
      remarks: ['hidden-text-left-out', 'tracked-changes-accepted'],
    },
  },
})

describe('the reader of rtf', () => {
  it('says where each piece stands', async () => {
    const reading = await readWith(
      'rtf',
      writeRtf({ blocks: ['甲', { rows: [[{ text: '乙' }], [{ text: '丙' }]] }, '戊'] }, { style: 'gbk' }),
    )
    if ('unreadable' in reading) throw new Error(reading.unreadable)
    const [first, table, last] = reading.document.blocks
    expect([first?.source, table?.source, last?.source]).toEqual([{ paragraph: 1 }, { table: 1 }, { paragraph: 2 }])
    expect(table?.kind === 'table' && table.rows[1]?.[0]?.source).toEqual({ table: 1, row: 2, cell: 1 })
  })
})
