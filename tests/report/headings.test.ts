import { describe, expect, it } from 'vitest'
import { SECTIONS, sectionHeading } from '../../shared/form/sections.ts'
import { findHeadings } from '../../shared/report/headings.ts'
import type { Line } from '../../shared/report/lines.ts'

const text = (line: string): Line => ({ kind: 'text', text: line, source: {} })
const row = (...cells: string[]): Line => ({ kind: 'row', cells: cells.map((cell) => ({ text: cell, source: {} })), source: {} })
const found = (...lines: (string | Line)[]) =>
  findHeadings(lines.map((line) => (typeof line === 'string' ? text(line) : line))).map(({ line, number, title }) => [line, number, title])

describe('headings of sections', () => {
  it.each(SECTIONS.map(({ number, title }) => [number, title] as const))('are told as the form has them: %i', (number, title) => {
    expect(found(sectionHeading(number))).toEqual([[0, number, title]])
  })

  it.each([
    '一、总体情况',
    '一、 总体情况',
    '一 总体情况',
    '一、总体情况:',
    '第一部分 总体情况',
    '一.总体情况',
    '总体情况',
    '1.总体情况',
    '(一)总体情况',
  ])('are told however they are written: %s', (line) => expect(found(line)).toEqual([[0, 1, '总体情况']]))

  it.each([
    ['一、概述', 1],
    ['二、主动公开情况', 2],
    ['三、依申请公开情况', 3],
    ['四、行政复议和行政诉讼', 4],
    ['五、问题和改进', 5],
    ['六、其他事项', 6],
  ])('are told by key words: %s', (line, number) => expect(found(line)).toEqual([[0, number, line.slice(2)]]))

  it.each([
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '三、本年度办理结果',
    '四、结转下年度继续办理',
    '(三)依申请公开情况',
    '五、监督保障',
    '二、总体情况',
    '三、本局共收到政府信息公开申请12件。',
    '一是总体情况良好',
  ])('are not points, rows and sentences: %s', (line) => expect(found(line)).toEqual([]))

  it('stand in tables too, alone in their row', () => {
    expect(found(row('三、收到和处理政府信息公开申请情况', '', ''), row('三、申请', '5'))).toEqual([
      [0, 3, '收到和处理政府信息公开申请情况'],
    ])
  })

  it('are not those of a table of contents', () => {
    const contents = SECTIONS.map(({ number }) => sectionHeading(number))
    const body = SECTIONS.flatMap(({ number }) => [sectionHeading(number), '正文。'])
    expect(found(...contents, '说明', ...body).map(([line]) => line)).toEqual([7, 9, 11, 13, 15, 17])
  })

  it('are those nearest to the official title, and of equals the first', () => {
    expect(
      found('三、申请的办理', '正文', '三、收到和处理政府信息公开申请情况', '正文', '三、收到和处理政府信息公开申请情况').map(
        ([line]) => line,
      ),
    ).toEqual([2])
  })

  it('come in the order of the file', () =>
    expect(found('六、其他需要报告的事项', '正文', '一、总体情况').map(([, number]) => number)).toEqual([6, 1]))

  const whole = (overall: readonly string[]) => [
    '一、总体情况',
    ...overall,
    ...SECTIONS.slice(1).flatMap(({ number }) => [sectionHeading(number), number < 5 ? row('规章', '1') : '正文。']),
  ]
  const POINTS = {
    'in brackets': (number: number) => `(${'一二三四五六'[number - 1]})`,
    'by figures': (number: number) => `${number}.`,
    'not at all': () => '',
  }
  it.each(Object.entries(POINTS))('are not the points of section 一 that bear their titles, numbered %s', (_, numberOf) => {
    const points = SECTIONS.slice(1, 3).flatMap(({ title }, index) => [`${numberOf(index + 1)}${title}。`, '全年完成。'])
    const agreeing = SECTIONS.slice(1, 3).flatMap(({ number, title }) => [`${numberOf(number)}${title}`, '全年完成。'])
    expect(found(...whole(points)).map(([line]) => line)).toEqual([0, 5, 7, 9, 11, 13])
    expect(found(...whole(agreeing)).map(([line]) => line)).toEqual([0, 5, 7, 9, 11, 13])
  })

  it('are not a point in place of a section that is missing', () => {
    const lines = whole(['(二)主动公开政府信息情况', '全年完成。']).filter((line, index) => line !== sectionHeading(2) && index !== 4)
    expect(found(...lines).map(([, number]) => number)).toEqual([1, 3, 4, 5, 6])
  })

  it('are those of points where all sections are numbered so', () => {
    const lines = SECTIONS.flatMap(({ number, title }) => [`(${'一二三四五六'[number - 1]})${title}`, '正文。'])
    expect(found(...lines).map(([line]) => line)).toEqual([0, 2, 4, 6, 8, 10])
  })

  it('without numbers are the ones with a table behind them', () => {
    const points = ['主动公开政府信息情况', '全年完成。']
    const lines = whole(points).map((line) => (typeof line === 'string' ? line.replace(/^[一二三四五六]、/, '') : line))
    expect(found(...lines).map(([line]) => line)).toEqual([0, 3, 5, 7, 9, 11])
  })

  it('in a row are no table of contents where they come only once', () => {
    const lines = [
      '一、总体情况',
      '正文。',
      ...[2, 3, 4, 5].map((number) => sectionHeading(number as 2)),
      '正文。',
      '六、其他需要报告的事项',
    ]
    expect(found(...lines).map(([line]) => line)).toEqual([0, 2, 3, 4, 5, 7])
  })

  it('are not those of a table of contents right above, nor of one that names points', () => {
    const contents = SECTIONS.map(({ number }) => sectionHeading(number))
    const body = SECTIONS.flatMap(({ number }) => [sectionHeading(number), '正文。'])
    expect(found(...contents, ...body).map(([line]) => line)).toEqual([6, 8, 10, 12, 14, 16])
    const detailed = contents.flatMap((line, index) => (index === 0 ? [line, '(一)主动公开', '(二)依申请公开'] : [line]))
    expect(found(...detailed, ...body).map(([line]) => line)).toEqual([8, 10, 12, 14, 16, 18])
  })

  it('do not come from a table of contents where the text has lost one', () => {
    const contents = SECTIONS.map(({ number }) => sectionHeading(number))
    const body = SECTIONS.filter(({ number }) => number !== 3).flatMap(({ number }) => [sectionHeading(number), '正文。'])
    expect(found(...contents, ...body).map(([, number]) => number)).toEqual([1, 2, 4, 5, 6])
  })

  it('that stand out of order are found all the same', () => {
    const order = [1, 3, 2, 4, 5, 6] as const
    expect(found(...order.flatMap((number) => [sectionHeading(number), '正文。'])).map(([, number]) => number)).toEqual(order)
  })
})
