import { describe, expect, it } from 'vitest'
import { type Scope, scopeOf } from '../../../shared/rule-kit/quoting/quote-scope.ts'
import { countsIn } from '../../../shared/text/counts.ts'

const scope = (sentence: string, isGovernment = false, year: number | null = 2024): Scope => {
  const [count] = countsIn(sentence)
  if (count === undefined) throw new Error(`no count in ${sentence}`)
  return scopeOf(count, year, isGovernment)
}

const WHOLE = [
  '收到申请10件',
  '此前共收到申请10件',
  '自1月1日至12月31日,共收到申请10件',
  '2024年收到申请10件',
  '收到涉及信息公开的申请10件',
  '收到关于政府信息公开的申请10件',
  '收到公民、法人或者其他组织提出的申请10件',
  '收到公民、法人和社会组织提出的申请10件',
  '收到公民法人或其他组织提出的申请10件',
  '政府网站公布,收到申请10件',
  '网站收到申请10件',
  '政府网站和我局收到申请10件',
]
const OTHER = [
  '前三个月收到申请4件',
  '前季收到申请4件',
  '上半年收到申请4件',
  '第一季度收到申请4件',
  '3月收到申请4件',
  '近三年收到申请300件',
  '2019年以来收到申请300件',
  '累计收到申请300件',
  '2023年收到申请4件',
  '较上年增加申请4件',
  '同比多收到申请4件',
  '通过网络收到申请4件',
  '收到当面申请4件',
  '收到自然人申请4件',
  '转办申请4件',
  '收到涉及征地的申请4件',
  '收到信访事项4件',
  '办理建议提案,收到4件',
  '各部门收到申请4件',
  '各镇收到申请4件',
  '下属单位收到申请4件',
  '市局办公室收到申请4件',
  '市局办公室共收到申请4件',
  '市局办公室全年受理申请4件',
]

describe('what a count is about', () => {
  it.each(WHOLE)('the whole year of the whole agency: %s', (sentence) => {
    expect(scope(sentence)).toBe('whole')
  })

  it.each(OTHER)('a part of it, or something else: %s', (sentence) => {
    expect(scope(sentence)).toBe('other')
    expect(scope(sentence, true)).toBe('other')
  })

  it('the whole area, in the report of its government alone', () => {
    expect(scope('全县共收到申请300件', true)).toBe('area')
    expect(scope('全系统共收到申请300件', true)).toBe('area')
    expect(scope('全县共收到申请300件', false)).toBe('other')
  })

  it('its year, which is no other where the report’s is not known', () => {
    expect(scope('2023年收到申请4件', false, null)).toBe('whole')
  })
})
