import { describe, expect, it } from 'vitest'
import { u16, u32 } from '../../generator/word97/little-endian.ts'
import { type Letters, type Part, writeWord97Parts } from '../../generator/word97/write-parts.ts'
import { IN_TABLE, paragraph, rowEnd } from '../../generator/word97/write-word97.ts'
import { outlineOf } from '../test-reader.ts'

const SPECIAL = [...u16(0x0855), 1]
const DELETED = [...u16(0x0800), 1]
const HIDDEN = [...u16(0x083c), 1]
const [INNER_CELL_END, INNER_ROW_END] = [
  [...u16(0x244b), 1],
  [...u16(0x244c), 1],
]
const deep = (depth: number) => [...IN_TABLE, ...u16(0x6649), ...u32(depth)]
const inList = (list: number, level = 0) => [...u16(0x460b), ...u16(list), ...u16(0x260a), level]

const part = (letters: string | readonly Letters[], modifiers: readonly number[] = []): Part => ({
  letters: typeof letters === 'string' ? [{ text: letters }] : letters,
  modifiers,
})
const oneCell = (from: number, to: number) => [{ text: '', from, to, down: 'none' as const }]
const read = (body: readonly Part[], textBoxes: readonly Part[] = []) => outlineOf('doc', writeWord97Parts({ body, textBoxes }))

describe('the reader of doc', () => {
  it('leaves out instructions of fields, one in the other, and a field without its end spoils no more than its cell', async () => {
    const field = (instruction: string, result: string): Letters[] => [
      { text: '\x13', modifiers: SPECIAL },
      { text: instruction },
      { text: '\x14', modifiers: SPECIAL },
      { text: result },
      { text: '\x15', modifiers: SPECIAL },
    ]
    const outline = await read([
      part([{ text: '共' }, ...field(' IF ', '3'), { text: '件\r' }]),
      part([
        { text: '\x13', modifiers: SPECIAL },
        { text: 'A' },
        ...field('B', 'C'),
        { text: '\x14', modifiers: SPECIAL },
        { text: '值' },
        { text: '\x15', modifiers: SPECIAL },
        { text: '\r' },
      ]),
      part([{ text: '\x13', modifiers: SPECIAL }, { text: 'PAGE\r' }]),
      paragraph('之后'),
    ])
    expect(outline).toEqual({ blocks: ['共3件', '值', '之后'], remarks: [] })
  })

  it('joins paragraphs whose mark is deleted, and drops deleted rows', async () => {
    const outline = await read([
      part([{ text: '前' }, { text: '\r', modifiers: DELETED }]),
      part('后\r'),
      part([{ text: '删', modifiers: DELETED }, { text: '\x07' }], IN_TABLE),
      { ...rowEnd(oneCell(0, 1), 1), letters: [{ text: '\x07', modifiers: DELETED }] },
      part('留\x07', IN_TABLE),
      rowEnd(oneCell(0, 1), 1),
      paragraph(''),
    ])
    expect(outline).toEqual({ blocks: ['前后', [['0:留']]], remarks: ['tracked-changes-accepted'] })
  })

  it('leaves out hidden text, and says so', async () =>
    expect(await read([part([{ text: '看' }, { text: '不', modifiers: HIDDEN }, { text: '见\r' }])])).toEqual({
      blocks: ['看见'],
      remarks: ['hidden-text-left-out'],
    }))

  it('tells pictures and drawings from plain codes and form data', async () =>
    expect(
      await read([
        part([{ text: '\x01', modifiers: SPECIAL }, { text: '\r' }]),
        part([{ text: '\x08', modifiers: SPECIAL }, { text: '\r' }]),
        part([{ text: '\x01', modifiers: [...SPECIAL, ...u16(0x0806), 1] }, { text: '域\r' }]),
      ]),
    ).toEqual({ blocks: ['[picture]', '[picture]', '域'], remarks: [] }))

  it('reads a table inside a cell', async () =>
    expect(
      await read([
        part('外\r', deep(1)),
        part('内\r', [...deep(2), ...INNER_CELL_END]),
        { letters: [{ text: '\r' }], modifiers: [...rowEnd(oneCell(0, 1), 2).modifiers, ...deep(2), ...INNER_ROW_END] },
        part('\x07', deep(1)),
        rowEnd(oneCell(0, 2), 2),
        paragraph(''),
      ]),
    ).toEqual({ blocks: [[[{ 0: ['外', [['0:内']]] }]]], remarks: [] }))

  it('refuses tables that stand deeper in each other than the limit', async () =>
    expect(await read([part('深\r', deep(33))])).toEqual({ unreadable: 'too-complex', format: 'doc', limit: '嵌套32层' }))

  it('flags a table whose last row has no end, and one whose row has no definition', async () => {
    expect(await read([part('甲\x07', IN_TABLE), part('乙\x07', IN_TABLE), paragraph('后')])).toEqual({
      blocks: [{ trust: 'uncertain', rows: [['0:甲', '1:乙']] }, '后'],
      remarks: ['broken-table-row'],
    })
    expect(await read([part('甲\x07', IN_TABLE), part('\x07', [...IN_TABLE, ...u16(0x2417), 1]), paragraph('后')])).toEqual({
      blocks: [{ trust: 'uncertain', rows: [['0:甲']] }, '后'],
      remarks: ['broken-table-row'],
    })
  })

  it('reads text boxes only where the body has no table', async () => {
    const table = [part('5\x07', IN_TABLE), rowEnd(oneCell(0, 1), 1)]
    expect(await read([paragraph('文')], [paragraph('框'), ...table, paragraph('')])).toEqual({
      blocks: ['文', '框', [['0:5']]],
      remarks: ['text-box-read'],
    })
    expect(await read([...table, paragraph('文')], [paragraph('框')])).toEqual({ blocks: [[['0:5']], '文'], remarks: [] })
  })

  it('takes a zero in the text as damage, but for hidden ones, which forms have', async () => {
    expect(await read([paragraph('前\0后')])).toEqual({ unreadable: 'damaged', format: 'doc' })
    expect(await read([part([{ text: '前' }, { text: '\0\0', modifiers: HIDDEN }, { text: '后\r' }])])).toEqual({
      blocks: ['前后'],
      remarks: [],
    })
  })

  it('counts numbered paragraphs, level by level, and applies later merges of a row', async () => {
    const level = (format: number, pattern: string) => {
      const text = Array.from(pattern, (letter) => u16(letter.charCodeAt(0))).flat()
      return [...u32(1), format, ...Array.from({ length: 23 }, () => 0), ...u16(text.length / 2), ...text]
    }
    const levels = [level(39, '\0、'), level(0, '\0.\x01'), ...Array.from({ length: 7 }, () => level(23, '·'))]
    const head = (id: number, flags: number) => [...u32(id), ...Array.from({ length: 22 }, () => 0), flags, 0]
    const lists = {
      heads: [...u16(2), ...head(11, 0), ...head(22, 1)],
      levels: [...levels.flat(), ...level(18, '\0')],
      overrides: [...u32(2), ...u32(22), ...u32(0), ...u32(0), ...u32(0), ...u32(11), ...u32(0), ...u32(0), ...u32(0)],
    }
    const body = [
      part('总体\r', inList(2)),
      part('甲\r', inList(2, 1)),
      part('乙\r', inList(2, 1)),
      part('圈\r', inList(1)),
      part('点\r', inList(2, 2)),
      part('公开\r', inList(2)),
      part('丙\r', inList(2, 1)),
      part('无此列表\r', inList(9)),
    ]
    expect(await outlineOf('doc', writeWord97Parts({ body, lists }))).toEqual({
      blocks: ['一、总体', '一.1 甲', '一.2 乙', '①圈', '点', '二、公开', '二.1 丙', '无此列表'],
      remarks: [],
    })
  })

  it('applies merges that a row got after its definition', async () => {
    const row = [
      { text: '', from: 0, to: 1, down: 'none' as const },
      { text: '', from: 1, to: 2, down: 'none' as const },
      { text: '', from: 2, to: 3, down: 'none' as const },
    ]
    const end = rowEnd(row, 3)
    const cells = (...texts: string[]) => texts.map((text) => part(`${text}\x07`, IN_TABLE))
    const mergedDown = (flags: number) => ({ ...end, modifiers: [...end.modifiers, ...u16(0xd62b), 2, 0, flags] })
    expect(
      await read([
        ...cells('a', '1', '2'),
        mergedDown(3),
        ...cells('', '3', '4'),
        mergedDown(1),
        ...cells('b', '5', ''),
        { ...end, modifiers: [...end.modifiers, ...u16(0x5624), 1, 3] },
        paragraph(''),
      ]),
    ).toEqual({
      blocks: [
        [
          ['0v2:a', '1:1', '2:2'],
          ['1:3', '2:4'],
          ['0:b', '1+2:5'],
        ],
      ],
      remarks: [],
    })
  })
})
