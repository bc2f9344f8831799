import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { writeWord97 } from '../../generator/word97/write-word97.ts'
import { libreofficeMixed } from '../libreoffice-mixed.ts'
import { outlineOf, readWith } from '../test-reader.ts'

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)))
const letters = Array.from({ length: 15 }, (_, index) => String(index))

describe('the reader of doc', () => {
  it('reads paragraphs and a table with cells merged both ways', async () => {
    const file = writeWord97({
      blocks: [
        '一、总体情况',
        {
          rows: [
            [
              { text: '项目', rowSpan: 2 },
              { text: '件数', columnSpan: 2 },
            ],
            [{ text: '制发' }, { text: '废止' }],
            [{ text: '规章' }, { text: '3' }, { text: '' }],
          ],
        },
        '之后\t一段',
      ],
    })
    expect(await outlineOf('doc', file)).toEqual({
      blocks: [
        '一、总体情况',
        [
          ['0v2:项目', '1+2:件数'],
          ['1:制发', '2:废止'],
          ['0:规章', '1:3', '2:'],
        ],
        '之后\t一段',
      ],
      remarks: [],
    })
  })

  it('says where each piece stands', async () => {
    const reading = await readWith('doc', writeWord97({ blocks: ['甲', { rows: [[{ text: '乙' }], [{ text: '丙\n丁' }]] }, '戊'] }))
    if ('unreadable' in reading) throw new Error(reading.unreadable)
    const [first, table, last] = reading.document.blocks
    expect([first?.source, table?.source, last?.source]).toEqual([{ paragraph: 1 }, { table: 1 }, { paragraph: 2 }])
    const cell = table?.kind === 'table' ? table.rows[1]?.[0] : undefined
    expect(cell?.source).toEqual({ table: 1, row: 2, cell: 1 })
    expect(cell?.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['丙', '丁'])
  })

  it('reads wide rows, whose properties stand in the stream Data', async () => {
    const file = writeWord97({ blocks: [{ rows: [letters.map((text) => ({ text })), [{ text: '合计', columnSpan: 15 }]] }] })
    expect(await outlineOf('doc', file)).toEqual({
      blocks: [[letters.map((letter) => `${letter}:${letter}`), ['0+15:合计']]],
      remarks: [],
    })
  })

  it('refuses a file of wide rows that has lost its stream Data', async () => {
    const file = writeWord97({ blocks: [{ rows: [letters.map((text) => ({ text }))] }] })
    const name = [0x44, 0, 0x61, 0, 0x74, 0, 0x61, 0]
    const at = file.findIndex((_, index) => name.every((byte, offset) => file[index + offset] === byte))
    file.set([0x58], at)
    expect(await outlineOf('doc', file)).toEqual({ unreadable: 'damaged', format: 'doc' })
  })

  it('reads a long file, whose properties fill many pages', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => [{ text: `第${index}行` }, { text: String(index) }])
    const outline = await outlineOf('doc', writeWord97({ blocks: [{ rows }] }))
    expect(outline).toEqual({ blocks: [rows.map((_, index) => [`0:第${index}行`, `1:${index}`])], remarks: [] })
  })

  it('reads a file of LibreOffice: lists, fields, tracked changes, hidden text, a table in a table, a picture', async () =>
    expect(await outlineOf('doc', fixture('libreoffice-mixed.doc'))).toEqual({
      blocks: libreofficeMixed({ styled: '①样式编号' }),
      remarks: ['hidden-text-left-out', 'tracked-changes-accepted'],
    }))

  it('reads the text boxes of a file whose body has no table', async () => {
    const outline = await outlineOf('doc', fixture('libreoffice-text-box.doc'))
    if ('unreadable' in outline) throw new Error(outline.unreadable)
    expect(outline.blocks.slice(-2)).toEqual(['框内', [['0:框甲', '1:5']]])
    expect(outline.remarks).toContain('text-box-read')
  })
})
