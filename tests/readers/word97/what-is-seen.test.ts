import { describe, expect, it } from 'vitest'
import { u16, u32, utf16, zeros } from '../../generator/word97/little-endian.ts'
import { type Letters, type Part, type Word97Parts, writeWord97Parts } from '../../generator/word97/write-parts.ts'
import { IN_TABLE, paragraph, rowEnd } from '../../generator/word97/write-word97.ts'
import { type Outlined, outlineOf } from '../test-reader.ts'

const switching = (code: number) => (operand: number) => [...u16(code), operand]
const DELETED = switching(0x0800)
const STRUCK = switching(0x0837)
const STRUCK_TWICE = switching(0x2a53)
const HIDDEN = switching(0x083c)
const raisedBy = (halfPoints: number) => [...u16(0x4845), ...u16(halfPoints)]
const script = (kind: 0 | 1 | 2) => [...u16(0x2a48), kind]
const color = (rgb: number) => [...u16(0x6870), (rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, 0]
const shading = (back: number, pattern = 0) => [
  ...[0x1000000, back].flatMap((rgb) => (rgb > 0xffffff ? [0, 0, 0, 0xff] : color(rgb).slice(2))),
  ...u16(pattern),
]
const styled = (style: number) => [...u16(0x4a30), ...u16(style)]
const inFont = (font: number) => [...u16(0x4a4f), ...u16(font)]
const SPECIAL = [...u16(0x0855), 1]

const [WHITE, NAVY] = [0xffffff, 0x1f3864]
/** Numbers of the styles and fonts that the files here have. */
const [SECRET, UNSEEN, SYMBOL, WINGDINGS] = [15, 16, 1, 2]
const STYLES: Word97Parts['styles'] = [
  { kind: 'paragraph', name: 'Secret', letters: HIDDEN(1) },
  { kind: 'letters', name: 'Unseen', letters: HIDDEN(0x81) },
  { kind: 'letters', name: 'Gone', letters: STRUCK(1) },
  { kind: 'letters', name: 'Mark', letters: script(1) },
  { kind: 'letters', name: 'Deeper', letters: [], base: 17 },
]
const FONTS = ['SimSun', 'Symbol', 'Wingdings']

const END: Letters = { text: '\x07' }
const oneCell = [{ text: '', from: 0, to: 1, down: 'none' as const }]
const endOfRow = (more: readonly number[] = [], letters: readonly number[] = []): Part => {
  const { modifiers } = rowEnd(oneCell, 1)
  return { letters: [{ text: '\x07', modifiers: letters }], modifiers: [...modifiers, ...more] }
}
const read = (body: readonly Part[], data: readonly number[] = []) =>
  outlineOf('doc', writeWord97Parts({ body: [...body, paragraph('a')], styles: STYLES, fonts: FONTS, data }))
type Cell = {
  readonly row?: readonly number[]
  readonly paragraph?: readonly number[]
  readonly style?: number
  readonly data?: readonly number[]
}
const inCell = (letters: readonly Letters[], { row, paragraph: own = [], style, data }: Cell = {}) =>
  read([{ letters: [...letters, END], modifiers: [...IN_TABLE, ...own], ...(style !== undefined && { style }) }, endOfRow(row)], data)
const cellOf = (text: string, ...remarks: string[]): Outlined => ({ blocks: [[[text]], 'a'], remarks }) as Outlined
const set = (text: string, ...modifiers: (readonly number[])[]): Letters => ({ text, modifiers: modifiers.flat() })

describe('letters raised or lowered in Word 97', () => {
  it.each<[string, readonly Letters[], string]>([
    ['a raised mark', [set('18'), set('1', script(1))], '18¹'],
    ['a lowered one', [set('18'), set('1', script(2))], '18₁'],
    ['one set higher', [set('18'), set('1', raisedBy(8))], '18¹'],
    ['one set lower', [set('18'), set('1', raisedBy(-8))], '18₁'],
    ['one by the style of its letters', [set('18'), set('1', styled(18))], '18¹'],
    ['letters set higher by half a point', [set('1'), set('8', raisedBy(1))], '18'],
    ['letters against their style', [set('1'), set('8', styled(18), script(0))], '18'],
    ['a figure raised as a whole', [set('1', script(1)), set('8', script(1), [...u16(0x0835), 1])], '18'],
  ])('reads %s', async (_, letters, text) => expect(await inCell(letters)).toEqual(cellOf(`0:${text}`)))
})

describe('letters struck out or hidden in Word 97', () => {
  it.each<[string, readonly number[], Cell, string]>([
    ['struck out', STRUCK(1), {}, 'struck'],
    ['struck out twice', STRUCK_TWICE(1), {}, 'struck'],
    ['struck out by their style', styled(17), {}, 'struck'],
    ['struck out by the style that theirs rests on', styled(19), {}, 'struck'],
    ['hidden', HIDDEN(1), {}, 'hidden'],
    ['hidden against a style that shows them', HIDDEN(0x81), {}, 'hidden'],
    ['hidden by their style', styled(UNSEEN), {}, 'hidden'],
    ['hidden as their style has it', [...styled(UNSEEN), ...HIDDEN(0x80)], {}, 'hidden'],
    ['white', color(WHITE), {}, 'hidden'],
    ['white by number', [...u16(0x2a42), 8], {}, 'hidden'],
    ['in the colour behind them', [...color(NAVY), ...u16(0xca71), 10, ...shading(NAVY)], {}, 'hidden'],
    ['in the colour of a marker', [...color(0xffff00), ...u16(0x2a0c), 7], {}, 'hidden'],
    ['in the colour of the paragraph', color(NAVY), { paragraph: [...u16(0xc64d), 10, ...shading(NAVY)] }, 'hidden'],
    ['in the colour of the cell', color(NAVY), { row: [...u16(0xd612), 10, ...shading(NAVY)] }, 'hidden'],
    ['in the colour of the cell, in two bytes', [...u16(0x2a42), 2], { row: [...u16(0xd609), 2, ...u16(2 << 5)] }, 'hidden'],
    ['in a colour that the cell got later', color(NAVY), { row: [...u16(0xd62d), 12, 0, 1, ...shading(NAVY)] }, 'hidden'],
    ['in the colour of the row', color(NAVY), { row: [...u16(0xd660), 10, ...shading(NAVY)] }, 'hidden'],
    ['of one point', [...u16(0x4a43), ...u16(2)], {}, 'hidden'],
  ])('leaves out letters %s', async (_, modifiers, cell, kind) =>
    expect(await inCell([set('2', modifiers), set('18')], cell)).toEqual(cellOf('0:18', `${kind}-text-left-out`)),
  )

  it.each<[string, readonly number[], Cell]>([
    ['whose switches are off', [...HIDDEN(0), ...STRUCK(0)], {}],
    ['as their style has it, which shows them', HIDDEN(0x80), {}],
    ['against their hidden style', [...styled(UNSEEN), ...HIDDEN(0x81)], {}],
    ['hidden on the web only', [...u16(0x0811), 1], {}],
    ['white on a dark cell', color(WHITE), { row: [...u16(0xd612), 10, ...shading(NAVY)] }],
    ['white on a pattern', color(WHITE), { row: [...u16(0xd612), 10, ...shading(WHITE, 8)] }],
    ['without a colour, on black', [], { row: [...u16(0xd612), 10, ...shading(0)] }],
  ])('reads letters %s', async (_, modifiers, cell) =>
    expect(await inCell([set('2', modifiers), set('18')], cell)).toEqual(cellOf('0:218')),
  )

  it('leaves out a paragraph of a hidden style, but not what shows against it', async () =>
    expect(await inCell([set('2'), set('18', HIDDEN(0x81))], { style: SECRET })).toEqual(cellOf('0:18', 'hidden-text-left-out')))

  it('leaves out rows that nobody sees: hidden with their marks, or flat', async () => {
    const hidden = HIDDEN(1)
    const cell = (text: string, modifiers: readonly number[] = []): Part => ({
      letters: [{ text: `${text}\x07`, modifiers }],
      modifiers: IN_TABLE,
    })
    const height = (twips: number) => [...u16(0x9407), ...u16(twips)]
    const expected = cellOf('0:18', 'hidden-text-left-out')
    expect(await read([cell('9', hidden), endOfRow([], hidden), cell('18'), endOfRow()])).toEqual(expected)
    expect(await read([cell('9'), endOfRow(height(-20)), cell('18'), endOfRow(height(-400))])).toEqual(expected)
  })

  it('keeps a paragraph whose mark is deleted or hidden out of the table behind it', async () => {
    for (const modifiers of [DELETED(1), HIDDEN(1)])
      expect(
        (await read([
          { letters: [{ text: 'b' }, { text: '\r', modifiers }], modifiers: [] },
          { letters: [{ text: '7\x07' }], modifiers: IN_TABLE },
          endOfRow(),
        ])) as Outlined,
      ).toMatchObject({ blocks: ['b', [['0:7']], 'a'] })
  })
})

describe('values of Word 97 that are no plain letters', () => {
  const symbol = (font: number, code: number): Letters => set('(', [...u16(0x6a09), ...u16(font), ...u16(code)])
  const field = (instruction: readonly Letters[], result?: string): Letters[] => [
    set('\x13', SPECIAL),
    ...instruction,
    ...(result === undefined ? [] : [set('\x14', SPECIAL), { text: result }]),
    set('\x15', SPECIAL),
  ]
  const text = (letters: string) => [...u16(letters.length), ...utf16(letters)]
  /** Data of a field of a form, as Word keeps them behind a head of 68 bytes. */
  const form = (kind: 0 | 1 | 2, result: number, standard: readonly number[], choices: readonly number[] = []) => {
    const behind = [...text(''), 0, 0]
    const bytes = [
      ...u32(0xffffffff),
      ...u16(kind | (result << 2)),
      ...zeros(4),
      ...text('n'),
      0,
      0,
      ...standard,
      ...Array.from({ length: 5 }, () => behind).flat(),
      ...choices,
    ]
    return [...u32(68 + bytes.length), ...u16(68), ...zeros(62), ...bytes]
  }
  const choices = (...letters: string[]) => [...u16(0xffff), ...u16(letters.length), ...u16(0), ...letters.flatMap(text)]
  const data = set('\x01', SPECIAL, [...u16(0x0806), 1], [...u16(0x6a03), ...u32(0)])
  const formField = (name: string) => [...field([{ text: ` ${name} ` }, data])]

  it.each<[string, readonly Letters[], string, (readonly number[])?]>([
    ['a digit of the font Symbol', [symbol(SYMBOL, 0xf031), set('8')], '0:18'],
    ['a sign of it', [set('160'), symbol(SYMBOL, 0xf0b0), set('C')], '0:160°C'],
    ['a tick', [symbol(WINGDINGS, 0xf0fc)], '0:✓'],
    ['a real bracket', [set('18(')], '0:18('],
    ['letters in the font Symbol', [set('\uf031', inFont(SYMBOL)), set('8')], '0:18'],
    ['letters in Wingdings, which draws no digits', [set('1', inFont(WINGDINGS)), set('8')], '0:\uf0318'],
    ['a symbol by field', [...field([{ text: ' SYMBOL 49 \\f "Symbol" ' }]), set('8')], '0:18'],
    ['an equation by field', field([{ text: ' EQ \\o(1,8) ' }]), '0?shown-otherwise:18'],
    ['the result of a text field', field([{ text: ' FORMTEXT ' }], '18'), '0:18'],
    ['its standard text', formField('FORMTEXT'), '0?shown-otherwise:18', form(0, 0, [...text('18'), 0, 0])],
    ['a choice', formField('FORMDROPDOWN'), '0:18', form(2, 1, u16(0), choices('17', '18'))],
    ['the standard choice', formField('FORMDROPDOWN'), '0:18', form(2, 25, u16(1), choices('17', '18'))],
    ['a ticked box', formField('FORMCHECKBOX'), '0:☑', form(1, 1, u16(0))],
    ['a field of a form whose data are lost', [...formField('FORMDROPDOWN'), set('18')], '0:18', [1, 2, 3]],
  ])('reads %s', async (_, letters, outlined, stream) =>
    expect(await inCell(letters, stream && { data: stream })).toEqual(cellOf(outlined)),
  )
})
