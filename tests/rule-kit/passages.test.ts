import { describe, expect, it } from 'vitest'
import { passagesIn, sentencesOf } from '../../shared/rule-kit/passages.ts'
import { section, soundReport } from '../reports/sound-report.ts'

describe('the running text', () => {
  const report = soundReport({
    preface: [{ text: '前言', place: { part: '前言 第1段', section: null } }],
    sections: [section(1, ['甲', '乙']), section(5, ['丙'])],
  })
  const texts = (...numbers: Parameters<typeof passagesIn>[1][]) => passagesIn(report, ...numbers).map(({ text }) => text)

  it('is the preface and all sections, or that of the sections asked for', () => {
    expect(texts()).toEqual(['前言', '甲', '乙', '丙'])
    expect(texts([5])).toEqual(['丙'])
    expect(texts([1, 5])).toEqual(['甲', '乙', '丙'])
  })

  it('falls into sentences in half width, without white space and empty ones', () => {
    expect(sentencesOf('第 一  句,(1)。第二句;第三句!\n第四句?。 。')).toEqual(['第一句,(1)', '第二句', '第三句', '第四句'])
  })
})
