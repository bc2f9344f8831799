import { describe, expect, it } from 'vitest'
import { meaningTo, STATUSES } from '../../shared/submission/lifecycle.ts'

describe('what a status means', () => {
  it.each(STATUSES)('%s asks the office for nothing that is the agency’s to do', (status) => {
    expect(meaningTo('office', status)).not.toMatch(/^请|。请(?!审核)/)
    expect(meaningTo('agency', status)).not.toMatch(/填报单位|请审核/)
  })

  it('says to each who has to act', () => {
    expect(meaningTo('agency', 'failed')).toContain('请改正后重新提交')
    expect(meaningTo('office', 'failed')).toContain('已通知填报单位')
    expect(meaningTo('office', 'passed')).toContain('请审核')
  })
})
