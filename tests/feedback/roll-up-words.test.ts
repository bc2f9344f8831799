import { expect, it } from 'vitest'
import { blankWords, leftOutWords } from '../../shared/feedback/roll-up-words.ts'

it('says what a roll-up lacks: a table, one of the trial form, a cell', () => {
  expect(leftOutWords({ name: '甲局', table: 4, why: 'no-table' })).toBe('甲局:表四没有能读出的表格,未计入合计')
  expect(leftOutWords({ name: '甲局', table: 2, why: 'trial-form' })).toBe('甲局:表二用的是2019年试行格式,统计口径不同,未计入合计')
  expect(blankWords({ name: '甲局', cell: { table: 3, row: 2, column: 0 } })).toBe(
    '甲局:表三 第3行“(一)予以公开” 自然人列没有数字,合计空缺',
  )
})
