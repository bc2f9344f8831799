import { describe, expect, it } from 'vitest'
import { headUnitIn, looksLikeFigure, parseAmount, parseFigure } from '../../shared/report/figures.ts'

describe('a figure', () => {
  it.each([
    ['0', 0, null],
    ['80', 80, null],
    [' 80 ', 80, null],
    ['80', 80, null],
    ['1,335', 1335, null],
    ['11,398,889', 11398889, null],
    ['1,335', 1335, null],
    ['59237.2449', 59237.2449, null],
    ['-9', -9, null],
    ['−9', -9, null],
    ['+3', 3, null],
    ['22(其中修订16件)', 22, '(其中修订16件)'],
    ['22(其中修订16件)', 22, '(其中修订16件)'],
    ['1276.5534万元', 1276.5534, '万元'],
    ['12件', 12, '件'],
  ])('is read: %s', (text, value, remark) => expect(parseFigure(text)).toEqual({ value, remark }))

  it.each([
    ['80¹', 80, '¹'],
    ['80⁽¹⁾', 80, '⁽¹⁾'],
    ['80₁', 80, '₁'],
    ['1.5 ² ³', 1.5, '² ³'],
    ['80¹²', 80, '¹²'],
    ['80件²', 80, '件²'],
  ])('is read without the raised mark beside it: %s', (text, value, remark) => expect(parseFigure(text)).toEqual({ value, remark }))

  it.each(['¹80', '8¹0', '1¹,335', '8.¹5', '80,¹', '¹', '₂', '10×10³x'])('is none where a raised mark parts its digits: %s', (text) =>
    expect(parseFigure(text)).toEqual({ value: null, remark: null }),
  )

  it.each([
    '',
    '-',
    '/',
    '—',
    '无',
    '约80',
    '八十',
    '1,33',
    '8 0',
    '80%',
    '1.2.3',
    '12、',
    '见附件',
    '150 1,335',
    '3万',
    '18余件',
    '18多',
    '18半',
    '18个半',
    '18又1/2',
    '18分之1',
    '2成',
    '18(负)',
    '18(减)',
    '5千件',
    '1O',
    '\u202e54',
  ])('is none, and never guessed: %s', (text) => expect(parseFigure(text)).toEqual({ value: null, remark: null }))

  it('never takes a footnote mark into its digits', () => expect(parseFigure('80①')).toEqual({ value: 80, remark: '①' }))

  it.each(['0', '12件', '-', '/', '——', '无', '1O', 'O', '\u202e54'])('or what people write for none looks like one: %s', (text) =>
    expect(looksLikeFigure(text)).toBe(true),
  )
  it.each(['', '1.属于国家秘密', '(一)予以公开', '总计', '3.其他'])('is no label: %s', (text) => expect(looksLikeFigure(text)).toBe(false))
})

describe('an amount', () => {
  it.each([
    ['25.1', 25.1, undefined],
    ['25.1万元', 25.1, undefined],
    ['25.1万', 25.1, undefined],
    ['251000元', 25.1, '元'],
    ['251,000.00元', 25.1, '元'],
    ['251000元整', 25.1, '元'],
    ['251000(元)', 25.1, '元'],
    ['251000元', 25.1, '元'],
    ['251000 元', 25.1, '元'],
    ['251千元', 25.1, '千元'],
    ['0.00251亿元', 25.1, '亿元'],
    ['0.00251亿', 25.1, '亿元'],
    ['25万1千元', null, undefined],
    ['5元3角', null, undefined],
    ['-', null, undefined],
    ['12(其中代收3元)', 12, undefined],
  ])('is read in 万元: %s', (text, value, unit) => {
    expect(parseAmount(text).value).toBe(value)
    expect(parseAmount(text).unit).toBe(unit)
  })

  it('has the unit of its head, unless it has one of its own', () => {
    expect(parseAmount('251000', '元')).toEqual({ value: 25.1, remark: null, unit: '元' })
    expect(parseAmount('25.1万元', '元')).toEqual({ value: 25.1, remark: '万元' })
    expect(parseAmount('25.1', '万元')).toEqual({ value: 25.1, remark: null })
  })

  it.each([
    ['采购总金额(元)', '元'],
    ['采购总金额(单位:元)', '元'],
    ['本年收费金额(单位:万元)', '万元'],
    ['单位:元', '元'],
    ['本年收费金额(亿元)', '亿元'],
    ['采购总金额', undefined],
    ['单位名称', undefined],
  ])('may have its unit in the head: %s', (text, unit) => expect(headUnitIn(text)).toBe(unit))
})
