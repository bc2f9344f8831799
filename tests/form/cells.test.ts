import { describe, expect, it } from 'vitest'
import { formCell, formCells } from '../../shared/form/cells.ts'

const three = (edition: '2019' | '2021', row: number) => formCell(edition, { table: 3, row, column: 0 }).name

describe('cells of the form', () => {
  it('are as many as the arrays of a report have', () => {
    const count = (edition: '2019' | '2021') => ([2, 3, 4] as const).map((table) => formCells(edition, table).flat().length)
    expect(count('2021')).toEqual([10, 175, 15])
    expect(count('2019')).toEqual([22, 175, 15])
  })

  it('have names that a clerk finds them by', () => {
    expect(formCell('2021', { table: 2, row: 0, column: 4 }).name).toBe('表二 “行政规范性文件” 本年废止件数')
    expect(three('2021', 10)).toBe('表三 第11行“7.属于行政执法案卷” 自然人列')
    expect(formCell('2021', { table: 4, row: 0, column: 14 }).name).toBe('表四 复议后起诉 总计')
  })

  it('are named by the row that the trial form prints', () => {
    expect([three('2019', 19), three('2019', 22), three('2019', 24)]).toEqual([
      '表三 第20行“5.要求行政机关确认或重新出具已获取信息” 自然人列',
      '表三 第21行“(六)其他处理” 自然人列',
      '表三 第23行“四、结转下年度继续办理” 自然人列',
    ])
  })

  it('say what kind of number belongs there', () => {
    expect(formCell('2021', { table: 2, row: 0, column: 9 }).kind).toBe('amount')
    expect(formCell('2019', { table: 2, row: 0, column: 7 }).kind).toBe('change')
  })

  it('are no others', () => expect(() => formCell('2021', { table: 4, row: 1, column: 0 })).toThrow(RangeError))
})
