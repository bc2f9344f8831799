import { describe, expect, it } from 'vitest'
import { likest, signatureOf } from '../../shared/submission/likeness.ts'

const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('')
const report = (one: string, five = '') => ({
  sections: (
    [
      [1, one],
      [5, five],
    ] as const
  ).map(([number, text]) => ({ number, title: '', paragraphs: [text] })),
})
const stored = (name: string, one: string, five = '') => ({ name, signature: signatureOf(report(one, five)) })
const own = signatureOf(report(letters(0, 400), letters(1000, 300)))
const names = (...all: ReturnType<typeof stored>[]) => likest(own, all).map(({ name }) => name)

describe('the likest reports', () => {
  it('are those whose section 一 or 五 may have been copied, the likest first', () => {
    const near = stored('near', letters(0, 350))
    const some = stored('some', letters(150, 400))
    const fifth = stored('fifth', letters(5000, 400), letters(1000, 300))
    expect(names(stored('other', letters(3000, 400)), fifth, some, near)).toEqual(['near', 'some', 'fifth'])
  })

  it('are three a section at most, each once', () => {
    const alike = Array.from({ length: 5 }, (_, index) => stored(`${index}`, letters(index, 400), letters(1000, 300)))
    expect(names(...alike)).toEqual(['0', '1', '2'])
  })

  it('are not those with a section as the other one, nor those without any', () => {
    expect(names(stored('swapped', letters(1000, 300), letters(0, 400)), stored('empty', ''))).toEqual([])
    expect(likest(signatureOf({ sections: [] }), [stored('one', letters(0, 400))])).toEqual([])
  })
})
