import { expect, it } from 'vitest'
import { type Font, PLAIN_FONT, type Run, seenText } from '../../../shared/readers/seen-text/seen-text.ts'
import { type Look, PLAIN_LOOK } from '../../../shared/readers/sheets/look.ts'

const run = (text: string, font: Partial<Font> = {}): Run => ({ text, font: { ...PLAIN_FONT, ...font } })
const seen = (runs: readonly Run[], look: Partial<Look> = {}) => seenText(runs, { ...PLAIN_LOOK, ...look })

it.each<[string, readonly Run[], string]>([
  ['a mark raised behind a figure', [run('18'), run('1', { set: 'raised' })], '18¹'],
  ['a mark raised before a figure', [run('1', { set: 'raised' }), run('18')], '¹18'],
  ['a mark behind a space', [run('18 '), run('1', { set: 'raised' })], '18 ¹'],
  ['a lowered one', [run('18'), run('2', { set: 'lowered' })], '18₂'],
  ['letters raised beside letters', [run('ta'), run('1', { set: 'raised' })], 'ta1'],
  ['a figure raised as a whole', [run('18', { set: 'raised' })], '18'],
])('reads %s', (_, runs, text) => {
  expect(seen(runs)).toEqual({ text, leftOut: [] })
})

it.each<[string, readonly Run[], Partial<Look>, string]>([
  ['struck out', [run('2', { struck: true }), run('18')], {}, 'struck-text-left-out'],
  ['white on white', [run('18'), run('7', { color: 'FFFFFF' })], {}, 'hidden-text-left-out'],
  ['nearly white on white', [run('18'), run('7', { color: 'FEFEFA' })], {}, 'hidden-text-left-out'],
  ['of the colour of its cell', [run('18'), run('7', { color: 'theme 4' })], { background: 'theme 4' }, 'hidden-text-left-out'],
  ['a point small', [run('18'), run('7', { size: 1 })], {}, 'hidden-text-left-out'],
])('leaves out what is %s', (_, runs, look, remark) => {
  expect(seen(runs, look)).toEqual({ text: '18', leftOut: [remark] })
})

it('reads white letters on a dark cell', () => {
  expect(seen([run('18', { color: 'FFFFFF' })], { background: '1F4E79' })).toEqual({ text: '18', leftOut: [] })
})

it('takes what has no font of its own for set as the cell', () => {
  expect(seen([{ text: '18' }], { font: { ...PLAIN_FONT, struck: true } })).toEqual({ text: '', leftOut: ['struck-text-left-out'] })
})
