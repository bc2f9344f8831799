import { expect, it } from 'vitest'
import { comesFrom, isEnd, isMailed, STATUSES, type Status } from '../../shared/submission/lifecycle.ts'
import { isOwed, mailsOwed, markAfter, stepsOwed } from '../../shared/submission/owed.ts'
import type { MailRecord } from '../../shared/submission/submission.ts'

const at = '2025-01-15T08:00:00.000Z'
const after = (...statuses: Status[]) => ({
  status: statuses.at(-1) ?? ('requested' as const),
  history: statuses.map((status) => ({ status, at, by: 'test' })),
})
const sent = (...statuses: MailRecord['status'][]): MailRecord[] =>
  statuses.map((status) => ({ status, at, state: 'sent', messageId: 'm' }))

it('owes a mail for every status that is told, in their order', () => {
  expect(mailsOwed(after('requested', 'uploaded', 'parsed', 'passed', 'approved', 'published', 'superseded'))).toEqual([
    'passed',
    'published',
  ])
})

it('owes one mail for a status that was noted twice, and none that was sent or given up', () => {
  expect(mailsOwed(after('requested', 'uploaded', 'parsed', 'failed', 'failed'))).toEqual(['failed'])
  const published = after('passed', 'approved', 'published', 'withdrawn')
  expect(mailsOwed({ ...published, mails: [...sent('passed'), { status: 'published', at, state: 'given-up' }] })).toEqual(['withdrawn'])
})

it('owes the step that the system takes from a status, and an upload', () => {
  const owed = STATUSES.map((status) => [
    status,
    stepsOwed(after(status)),
    isOwed({ ...after(status), mails: isMailed(status) ? sent(status) : [] }),
  ])
  expect(owed.filter(([, , any]) => any)).toEqual([
    ['requested', [], true],
    ['uploaded', ['parse-report'], true],
    ['parsed', ['validate-report'], true],
    ['approved', ['publish-report'], true],
    ['withdrawn', ['publish-report'], true],
  ])
})

it('owes a withdrawn report its notice until that stands', () => {
  const withdrawn = after('published', 'withdrawn')
  const history = [...withdrawn.history, { status: 'withdrawn' as const, at, by: 'publish-report' }]
  expect(stepsOwed({ ...withdrawn, history })).toEqual([])
})

it('takes the mark away where nothing is owed any more, and never where something may be', () => {
  const steps = STATUSES.flatMap((to) =>
    STATUSES.filter((from) => comesFrom(to, from)).map((from) => ({ from, to, mark: markAfter(from, to) })),
  )
  for (const { from, to, mark } of steps) {
    const owes = isOwed(after(to))
    expect([from, to, mark === 'keep' || mark === 'set']).toEqual([from, to, owes])
    if (!owes) expect([from, to, isEnd(to) || comesFrom('uploaded', to) || to === 'superseded']).toEqual([from, to, true])
  }
  expect(steps.filter(({ mark }) => mark === 'take')).toEqual([{ from: 'requested', to: 'lapsed', mark: 'take' }])
  expect(steps.filter(({ mark }) => mark === 'leave').map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'passed → replaced',
    'published → superseded',
  ])
})
