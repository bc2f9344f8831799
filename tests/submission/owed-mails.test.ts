import { expect, it } from 'vitest'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { owedMails } from '../../shared/submission/owed-mails.ts'

const after = (...statuses: Status[]) =>
  owedMails({ history: statuses.map((status) => ({ status, at: '2025-01-15T08:00:00.000Z', by: 'test' })) })

it('owes a mail for every status that is told, in their order', () => {
  expect(after('requested', 'uploaded', 'parsed', 'passed', 'approved', 'published', 'superseded')).toEqual(['passed', 'published'])
})

it('owes one mail for a status that was noted twice', () => {
  expect(after('requested', 'uploaded', 'parsed', 'failed', 'failed')).toEqual(['failed'])
})
