import { describe, expect, it } from 'vitest'
import { TABLE_TWO } from '../../shared/form/table-two.ts'
import type { Line } from '../../shared/report/lines.ts'
import { readTableTwo } from '../../shared/report/table-two.ts'

const text = (line: string): Line => ({ kind: 'text', text: line, source: {} })
const row = (...texts: string[]): Line => ({ kind: 'row', cells: texts.map((each) => ({ text: each, source: {} })), source: {} })
const read = (...lines: Line[]) => readTableTwo(lines, true)?.table
const values = (...lines: Line[]) => read(...lines)?.figures[0]?.map(({ value, text: printed }) => value ?? printed)

const HEAD = [row('规章', '0', '0', '0'), row('行政规范性文件', '2', '1', '27'), row('行政许可', '416'), row('行政处罚', '64')]
const FEE = row('行政事业性收费', '392.57')
const SOUND = [0, 0, 0, 2, 1, 27, 416, 64, 18, 392.57]
const BLANK = [...SOUND.slice(0, 8), '', 392.57]

describe('a row of table 二 that breaks', () => {
  it('is blank where its cell stands blank on the next line, or not at all', () => {
    expect(values(...HEAD, text('行政强制'), row('', ''), FEE)).toEqual(BLANK)
    expect(values(...HEAD, text('行政强制'), FEE)).toEqual(BLANK)
    expect(read(...HEAD, text('行政强制'), FEE)?.gaps).toEqual([])
  })

  it('has the figure of the next line', () => expect(values(...HEAD, text('行政强制'), text('18'), FEE)).toEqual(SOUND))

  it('is missing where its label is', () => expect(read(...HEAD, FEE)?.gaps).toMatchObject([{ label: '行政强制', found: null }]))
})

describe('the unit of the amounts of table 二', () => {
  const head = (unit: string) => row('信息内容', `本年收费金额(单位:${unit})`)
  it('is null and doubted where its heads give two, unless the cell says or is 0', () => {
    const feeOf = (text: string) =>
      read(head('元'), ...HEAD, row('行政强制', '18'), head('万元'), row('行政事业性收费', text))?.figures[0]?.[9]
    expect(feeOf('392.57')).toMatchObject({ text: '392.57', value: null, doubt: 'unit-unclear' })
    expect(feeOf('3925元')?.value).toBe(0.3925)
    expect(feeOf('0')?.value).toBe(0)
  })

  it.each([
    ['0亿元', 0],
    ['0.0392亿元', 392],
    ['3千元', 0.3],
  ])('may stand in a cell of its own line: %s', (printed, value) =>
    expect(values(...HEAD, row('行政强制', '18'), text('行政事业性收费'), text(printed))?.at(-1)).toBe(value),
  )
})

describe('a table 二 of labels alone', () => {
  it.each(['2019', '2021'] as const)('is there, blank, in the form of %s', (form) => {
    const labels = TABLE_TWO[form].flatMap(({ label, figures }) => [...figures.map((figure) => text(figure.label)), text(label)])
    const table = read(...labels)
    expect(table).toMatchObject({ state: 'read', form, gaps: [] })
    expect(new Set(table?.figures[0]?.map(({ text: printed }) => printed))).toEqual(new Set(['']))
  })

  it('is none where only a word or two of it stand in a text', () => {
    expect(read(text('行政许可'), text('按时公开。'), text('行政处罚'))).toBeUndefined()
  })
})

describe('what stands under table 二', () => {
  const flow = SOUND.map(String)
  const cells = ['规章', ...flow.slice(0, 3), '行政规范性文件', ...flow.slice(3, 6), '行政许可', '416', '行政处罚', '64', '行政强制', '18']
  it.each([
    '2024年本机关发布信息总数量(不含新闻类):1461',
    '(注:不含新闻类信息)',
    '(备注:数据截至年底)',
    '* 不含新闻类信息',
    '注:以上数据不含下属单位。',
    '2024年',
  ])('is no figure of its last row: %s', (note) => {
    expect(values(...[...cells, '行政事业性收费', '392.57', note].map(text))).toEqual(SOUND)
    expect(read(...[...cells, '行政事业性收费', '392.57', note].map(text))?.figures[0]?.at(-1)?.remark).toBeNull()
  })

  it('is one where it is a remark on the figure', () =>
    expect(read(...[...cells, '行政事业性收费', '392.57', '(含代收)'].map(text))?.figures[0]?.at(-1)?.remark).toBe('(含代收)'))
})
