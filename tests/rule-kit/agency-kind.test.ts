import { describe, expect, it } from 'vitest'
import { agencyKindOf } from '../../shared/rule-kit/context.ts'

const NAMES: readonly (readonly [name: string, kind: ReturnType<typeof agencyKindOf>])[] = [
  ['示例县示例镇人民政府', 'township'],
  ['示例县示例乡人民政府', 'township'],
  ['示例旗示例苏木人民政府', 'township'],
  ['示例县示例民族乡政府', 'township'],
  ['示例街道办事处', 'township'],
  ['示例镇人民政府办公室', undefined],
  ['示例县人民政府', 'county'],
  ['示例旗人民政府', 'county'],
  ['示例市示例区人民政府', 'county'],
  ['示例县人民政府办公室', undefined],
  ['示例自治区人民政府', undefined],
  ['示例市人民政府', undefined],
  ['示例县教育局', 'department'],
  ['示例省财政厅', 'department'],
  ['示例盟卫生健康委员会', 'department'],
  ['示例县教育局招生考试中心', undefined],
  ['示例教育局', undefined],
  ['国家示例县局', undefined],
]

describe('the kind of an agency', () => {
  it.each(NAMES)('%s: by its name, %s', (agency, kind) => {
    expect(agencyKindOf({ agency }, {})).toBe(kind)
  })

  it('is that of the register, where it has one', () => {
    expect(agencyKindOf({ agency: '示例县教育局' }, { agencyKind: 'township' })).toBe('township')
  })

  it('is told by the name of the submission where the report has none, and else not at all', () => {
    const submission = { agencyNames: ['示例县教育局'], year: 2024 }
    expect(agencyKindOf({ agency: null }, { submission })).toBe('department')
    expect(agencyKindOf({ agency: '示例县人民政府' }, { submission })).toBe('county')
    expect(agencyKindOf({ agency: null }, { submission: { agencyNames: [], year: 2024 } })).toBeUndefined()
    expect(agencyKindOf({ agency: null }, {})).toBeUndefined()
  })
})
