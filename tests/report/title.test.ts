import { describe, expect, it } from 'vitest'
import type { Line } from '../../shared/report/lines.ts'
import { findTitle } from '../../shared/report/title.ts'

const found = (lines: readonly string[], body = '') => {
  const title = findTitle(
    lines.map((text): Line => ({ kind: 'text', text, source: {} })),
    lines.length,
    body,
  )
  return title && [title.text, title.agency, title.year]
}
const OFFICIAL = '示例市教育局2024年政府信息公开工作年度报告'

describe('the title', () => {
  it.each([
    [OFFICIAL, '示例市教育局', 2024],
    ['示例市教育局2024年度政府信息公开工作年度报告', '示例市教育局', 2024],
    ['示例市教育局2024年政府信息公开年度报告', '示例市教育局', 2024],
    ['2024年示例市教育局政府信息公开工作年度报告', '示例市教育局', 2024],
    ['2024年度示例市教育局政府信息公开工作报告', '示例市教育局', 2024],
    ['示例市教育局关于2024年度政府信息公开工作情况的报告', '示例市教育局', 2024],
    ['示例市教育局政府信息公开工作年度报告(2024年度)', '示例市教育局', 2024],
    ['示例市教育局二〇二四年政府信息公开工作年度报告', '示例市教育局', 2024],
    ['示例市教育局2024年政府信息公开工作年度报告', '示例市教育局', 2024],
    ['政府信息公开工作年度报告', null, null],
    ['2024年政府信息公开工作年度报告', null, 2024],
    ['示例市教育局政府信息公开工作年度报告', '示例市教育局', null],
  ])('tells agency and year: %s', (text, agency, year) => expect(found([text])).toEqual([text, agency, year]))

  it.each([
    [['示例市教育局', '2024年政府信息公开工作年度报告']],
    [['示例市教育局2024年政府信息公', '开工作年度报告']],
    [['示例市教育局', '2024年', '政府信息公开工作年度报告']],
    [['示例市教育局 2024 年', '政府信息公开工作年度报告']],
  ])('may run over several lines: %s', (lines) => expect(found(lines)).toEqual([OFFICIAL, '示例市教育局', 2024]))

  it('is not the sentence of a preface', () => {
    expect(found([OFFICIAL, '根据条例要求,现公布示例市教育局2024年政府信息公开工作年度报告。'])).toEqual([OFFICIAL, '示例市教育局', 2024])
  })

  it('is none of a menu of other years, before it or behind', () => {
    const menu = [2023, 2022, 2021].map((year) => `示例市教育局${year}年政府信息公开工作年度报告`)
    expect(found([...menu, '首页', OFFICIAL, '发布时间:2025-01-20'])).toEqual([OFFICIAL, '示例市教育局', 2024])
    expect(found([OFFICIAL, '首页', ...menu, '发布时间:2025-01-20'])).toEqual([OFFICIAL, '示例市教育局', 2024])
  })

  it('is none of a link', () => {
    expect(found([OFFICIAL, '上一篇:示例市教育局2023年政府信息公开工作年度报告'])).toEqual([OFFICIAL, '示例市教育局', 2024])
  })

  it('is the one whose year the report speaks of, where two stand alone', () => {
    const other = '示例市教育局2023年政府信息公开工作年度报告'
    expect(found([OFFICIAL, '首页', other, '来源'], '2024年我局…… 2024年新收…… 2024年……')).toEqual([OFFICIAL, '示例市教育局', 2024])
    expect(found([other, '首页', OFFICIAL, '来源'])).toEqual([OFFICIAL, '示例市教育局', 2024])
  })

  it('is none of a line of the page’s head', () => {
    expect(found([OFFICIAL, '名 称:示例市教育局2024年政府信息公开工作年度报告'])).toEqual([OFFICIAL, '示例市教育局', 2024])
  })

  it('may be missing', () => expect(found(['关于印发工作要点的通知', '各科室:'])).toBeUndefined())
})
