import { describe, expect, it } from 'vitest'
import type { Line } from '../../shared/report/lines.ts'
import { readTableFour } from '../../shared/report/table-four.ts'

const row = (...texts: string[]): Line => ({ kind: 'row', cells: texts.map((text) => ({ text, source: {} })), source: {} })
const text = (line: string): Line => ({ kind: 'text', text: line, source: {} })
const figures = Array.from({ length: 15 }, (_, index) => String(index))
const read = (...lines: Line[]) => readTableFour(lines, true)?.table.figures[0]?.map(({ value }) => value)

const IN_ORDER = Array.from({ length: 15 }, (_, index) => index)
const REVERSED = [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 5, 6, 7, 8, 9]

describe('table 四', () => {
  it('is read by the order of its cells', () => expect(read(row('行政复议', '行政诉讼'), row(...figures))).toEqual(IN_ORDER))

  it('is read by the names of its groups where they stand the other way round', () => {
    expect(read(row('行政复议', '行政诉讼'), row('总计', '复议后起诉', '未经复议直接起诉'), row(...figures))).toEqual(REVERSED)
    expect(read(text('行政复议'), text('复议后起诉'), text('未经复议直接起诉'), ...figures.map(text))).toEqual(REVERSED)
  })

  it('is read in the order of the form where a damaged head scatters its names', () => {
    expect(read(text('复议后起诉'), row('行政复议', '未经复议直接起诉'), row(...figures))).toEqual(IN_ORDER)
  })

  it('has no row of figures where it is a head alone', () => {
    expect(readTableFour([row('行政复议', '行政诉讼')], true)?.table.gaps).toMatchObject([{ label: '数据行', found: null }])
  })

  it.each([
    [['行政复议', '行政诉讼', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计']],
    [['行政复议 行政诉讼', '结果维持 结果纠正 其他结果 尚未审结 总计']],
    [['行政复议 | 行政诉讼', '结果维持 | 结果纠正 |']],
  ])('has no row of figures where lines of text are its head alone: %s', (head) => {
    expect(readTableFour(head.map(text), true)?.table.gaps).toMatchObject([{ label: '数据行', found: null }])
    expect(readTableFour(head.map(text), false)).toBeUndefined()
  })

  it('is not there where a text only names some of its words', () => {
    expect(readTableFour([text('行政复议'), text('本年度没有。'), text('行政诉讼'), text('其他')], true)).toBeUndefined()
  })

  it('cannot be told where two rows of it differ', () => {
    const other = [...figures.slice(1), '0']
    expect(readTableFour([row('行政复议', '行政诉讼'), row(...figures), row(...other)], true)?.table.state).toBe('uncertain')
  })

  it('is not what stands under a head of table 三, though it is repeated', () => {
    const head = row('自然人', '总计')
    expect(
      readTableFour([head, row('1', '0', '0', '0', '0', '0', '1'), head, row('2', '0', '0', '0', '0', '0', '2')], false),
    ).toBeUndefined()
  })

  it('is not any fifteen figures elsewhere in the file', () => expect(readTableFour([row(...figures)], false)).toBeUndefined())
})
