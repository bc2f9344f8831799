import { describe, expect, it } from 'vitest'
import { TABLE_THREE_ROWS } from '../../shared/form/table-three.ts'
import { isColumnHead, isFormWord, TABLE_THREE_LABELS, TABLE_TWO_LABELS } from '../../shared/report/labels.ts'

describe('labels of table 三', () => {
  it.each(TABLE_THREE_ROWS.map(({ label }, row) => [label, row] as const))('name their row: %s', (label, row) => {
    expect(TABLE_THREE_LABELS.match(label)?.row).toBe(row)
  })

  it.each([
    ['1、属于国家秘密', 4],
    ['1. 属于 国家秘密', 4],
    ['(一)予以公开', 2],
    ['(二)部分公开', 3],
    ['2.其他法律行政止公开', 5],
    ['3.危及"三安全一稳定"', 6],
    ['本年新收政府信息公开申请数量', 0],
    ['1.申请人无正当理由逾期不补正,行政机关不再处理其政府信息公开申请', 20],
    ['总计', 23],
  ])('are told though written otherwise: %s', (printed, row) => expect(TABLE_THREE_LABELS.match(printed)?.row).toBe(row))

  it.each(['三、本年度办理结果', '(三)不予公开', '(四)无法提供', '自然人', '科研机构', '未统计', '全年新收政府信息公开申请12件。', ''])(
    'are no other words: %s',
    (printed) => expect(TABLE_THREE_LABELS.match(printed)).toBeUndefined(),
  )

  it('tell the single row (六) of the trial form', () => {
    expect(TABLE_THREE_LABELS.match('(六)其他处理')).toMatchObject({ row: 22, trial: true })
    expect(TABLE_THREE_LABELS.match('3.其他')).not.toHaveProperty('trial')
  })

  it('are told at the end of running words', () => {
    expect(TABLE_THREE_LABELS.matchEnd('申请人情况自然人总计一、本年新收政府信息公开申请数量')?.row).toBe(0)
    expect(TABLE_THREE_LABELS.matchEnd('(三)不予公开1.属于国家秘密')?.row).toBe(4)
    expect(TABLE_THREE_LABELS.matchEnd('申请人情况')).toBeUndefined()
  })
})

describe('labels of table 二', () => {
  it.each([
    ['规章', 0],
    ['行政规范性文件', 1],
    ['规范性文件', 1],
    ['行政许可', 2],
    ['行政处罚', 3],
    ['行政强制', 4],
    ['行政事业性收费', 5],
  ])('name their row: %s', (label, row) => expect(TABLE_TWO_LABELS.match(label)?.row).toBe(row))
})

describe('words of the form', () => {
  it.each(['第二十条第(一)项', '信息内容', '本年收费金额(单位:万元)', '申请人情况', '结果 结果 其他 尚未 总计', '行政许可'])(
    'are told: %s',
    (word) => expect(isFormWord(word)).toBe(true),
  )
  it.each(['我局全年主动公开信息41条。', '一、总体情况', '存在问题'])('are not text of the report: %s', (word) =>
    expect(isFormWord(word)).toBe(false),
  )

  it('name columns where two of them stand in a row', () => {
    expect(isColumnHead(['自然人', '法人或其他组织', '总计'])).toBe(true)
    expect(isColumnHead(['(七)总计', '80', '0'])).toBe(false)
  })
})
