import { describe, expect, it } from 'vitest'
import { difference } from '../../shared/assessment/difference.ts'
import type { Facts, Finding } from '../../shared/findings/finding.ts'
import { findingKey } from '../../shared/findings/finding-key.ts'
import type { Place } from '../../shared/report/report.ts'

const cell = (row: number, source = {}): Place => ({ part: `第${row}行`, section: 3, cell: { table: 3, row, column: 0 }, source })
const passage = (part: string): Place => ({ part, section: 5 })
const finding = (place: Place, facts: Facts = { actual: 1 }, rule = 'cell-is-count'): Finding => ({
  rule,
  severity: 'error',
  places: [place],
  facts,
})

describe('the difference of two uploads', () => {
  it('tells what was mended, what is new, and what is still there', () => {
    const [gone, stays, comes] = [finding(cell(1)), finding(cell(2)), finding(cell(3))]
    expect(difference([gone, stays], [stays, comes])).toEqual({ mended: [gone], fresh: [comes], remaining: [stays] })
  })

  it('takes another value at the same place for the same finding, wherever it stands in the file', () => {
    const later = finding(cell(1, { page: 9 }), { actual: 7 })
    expect(difference([finding(cell(1, { page: 2 }))], [later])).toEqual({ mended: [], fresh: [], remaining: [later] })
  })

  it('keeps rules and places apart', () => {
    const [earlier, later] = [
      [finding(cell(1)), finding(passage('第1段'))],
      [finding(cell(1), {}, 'cell-without-remark'), finding(passage('第2段'))],
    ]
    expect(difference(earlier, later)).toEqual({ mended: earlier, fresh: later, remaining: [] })
  })

  it('counts two findings of one rule at one place one for one', () => {
    const [a, b, c] = ['甲', '乙', '丙'].map((text) => finding(passage('第1段'), { text }))
    if (!a || !b || !c) throw new Error('three were made')
    expect(difference([a, b], [c])).toEqual({ mended: [b], fresh: [], remaining: [c] })
    expect(difference([c], [a, b])).toEqual({ mended: [], fresh: [b], remaining: [a] })
  })

  it('keeps causes apart: another agency is not another year', () => {
    const title = { part: '标题', section: null }
    const named = (what: string, printed: string) => finding(title, { what, wanted: '', printed }, 'report-is-the-one-expected')
    const [agency, year, again] = [named('单位', '甲局'), named('年度', '2023年'), named('年度', '2022年')]
    expect(difference([agency], [year])).toEqual({ mended: [agency], fresh: [year], remaining: [] })
    expect(difference([agency, year], [again])).toEqual({ mended: [agency], fresh: [], remaining: [again] })
  })

  it('takes a column half filled for what is left of it, but only once', () => {
    const column = { ...finding(cell(1), { fault: '没有填写' }), places: [cell(1), cell(2), cell(3), cell(4)] }
    const [third, fourth] = [finding(cell(3)), finding(cell(4))]
    expect(difference([column], [third, fourth])).toEqual({ mended: [], fresh: [fourth], remaining: [third] })
    expect(difference([third, fourth], [column])).toEqual({ mended: [fourth], fresh: [], remaining: [column] })
  })

  it('prefers the same place to a shared cell', () => {
    const wide = { ...finding(cell(1)), places: [cell(1), cell(2)] }
    const [first, second] = [finding(cell(1)), finding(cell(2))]
    expect(difference([second, first], [wide])).toEqual({ mended: [second], fresh: [], remaining: [wide] })
  })

  it('does not pair texts by the cells that they quote', () => {
    const quote = (part: string) => ({
      ...finding(passage(part), { name: '本年新收' }, 'text-figures-match-tables'),
      places: [passage(part), cell(0)],
    })
    const [earlier, later] = [quote('第1段'), quote('第2段')]
    expect(difference([earlier], [later])).toEqual({ mended: [earlier], fresh: [later], remaining: [] })
  })

  it('compares thousands of findings in no time', () => {
    const many = Array.from({ length: 4_000 }, (_, index) => finding(passage(`第${index}段`), { name: '手机号码' }, 'no-personal-data'))
    expect(difference(many, many.slice(1))).toMatchObject({ mended: [many[0]], fresh: [] })
  })

  it('takes findings without a place by their rule', () => {
    const nowhere: Finding = { ...finding(cell(1)), places: [] }
    expect(difference([nowhere], [nowhere]).remaining).toEqual([nowhere])
  })
})

describe('the key of a finding', () => {
  it('is another when rule, place or value is, and the same in any order of facts', () => {
    const one = finding(cell(1), { a: 1, b: 'x' })
    expect(findingKey({ ...one, facts: { b: 'x', a: 1 }, severity: 'warning', places: [cell(1, { page: 3 }), cell(4)] })).toBe(
      findingKey(one),
    )
    const others = [
      { ...one, rule: 'other' },
      { ...one, places: [cell(2)] },
      { ...one, facts: { a: 2, b: 'x' } },
    ]
    expect(new Set([one, ...others].map(findingKey)).size).toBe(4)
  })
})
