import { expect, it } from 'vitest'
import { type Font, PLAIN_FONT, type Run, seenText, WHITE } from '../../../shared/readers/seen-text/seen-text.ts'

const run = (text: string, font: Partial<Font> = {}): Run => ({ text, font: { ...PLAIN_FONT, ...font } })
const seen = (...runs: Run[]) => seenText(runs, { font: PLAIN_FONT, background: WHITE })
const [RAISED, LOWERED] = [{ set: 'raised' } as const, { set: 'lowered' } as const]

it.each<[string, readonly Run[], string]>([
  ['a mark written in two stretches', [run('18'), run('1', RAISED), run('0', RAISED)], '18¹⁰'],
  ['a figure raised as a whole, in two stretches', [run('1', RAISED), run('8', RAISED)], '18'],
  ['a mark behind a space of its own', [run('18'), run(' '), run('1', RAISED)], '18 ¹'],
  ['a raised mark beside a lowered one', [run('18'), run('1', RAISED), run('2', LOWERED)], '18¹₂'],
])('keeps apart %s', (_, runs, text) => expect(seen(...runs)).toEqual({ text, leftOut: [] }))

it('leaves out hidden letters, and letters in the colour that is laid behind them', () => {
  expect(seen(run('2', { hidden: true }), run('18'))).toEqual({ text: '18', leftOut: ['hidden-text-left-out'] })
  expect(seen(run('2', { ground: '000000' }), run('18'))).toEqual({ text: '18', leftOut: ['hidden-text-left-out'] })
  expect(seen(run('18', { color: WHITE, ground: '1F3864' }))).toEqual({ text: '18', leftOut: [] })
})
