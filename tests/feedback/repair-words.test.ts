import { expect, it } from 'vitest'
import type { Doubt } from '../../shared/document/document.ts'
import { tellRepairs } from '../../shared/feedback/repair-words.ts'

const told = (figure: { readonly text: string | null; readonly value: number | null; readonly doubt?: Doubt }): string | undefined =>
  tellRepairs({
    repairs: [{ changes: [{ figure: { ...figure, remark: null, place: { part: '表三 总计列', section: 3 } }, value: 45 }], mends: [] }],
    disagreements: [],
  })[0]?.message

it.each([
  [{ text: '54', value: 54 }, '把表三 总计列由54改为45'],
  [{ text: '', value: null }, '在表三 总计列填写45(现为空白)'],
  [{ text: '四五', value: null }, '在表三 总计列填写45(现为“四五”)'],
])('says what stands in the cell: %o', (figure, words) => expect(told(figure)).toContain(words))

it.each([
  ['stale-formula', '核对后保存,重新报送'],
  ['covered', '被叠盖'],
  ['shown-otherwise', '显示的与保存的不同'],
] as const)('never calls a cell blank whose figure is there and not certain: %s', (doubt, words) => {
  const message = told({ text: '', value: null, doubt })
  expect(message).toContain(words)
  expect(message).not.toContain('空白')
})
