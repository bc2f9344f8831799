import { expect, it } from 'vitest'
import { FUNCTION_NAMES, FUNCTIONS, functionSpec, QUEUES } from '../../shared/pipeline.ts'
import type { SubmissionStore } from '../../shared/ports/store.ts'
import {
  comesFrom,
  isMailed,
  lifecycle,
  MAILED_STATUSES,
  STATUSES,
  type Status,
  takesOver,
  toldBy,
  toldOf,
} from '../../shared/submission/lifecycle.ts'
import { entryOf } from '../../shared/submission/step.ts'

const at = '2025-01-15T08:00:00.000Z'

it('does not compile what is not in the map', () => {
  const illegal = ({ advance }: SubmissionStore) => [
    // @ts-expect-error A step that is none.
    advance('s1', 'requested', 'published', { at }),
    // @ts-expect-error A step out of an end.
    advance('s1', 'withdrawn', 'published', { at }),
    // @ts-expect-error A decision without a person.
    advance('s1', 'passed', 'approved', { at }),
    // @ts-expect-error A person where a function takes the step.
    advance('s1', 'uploaded', 'parsed', { at, by: 'zhang-san' }),
  ]
  expect(illegal).toBeTypeOf('function')
})

it('takes who takes a step from the map, unless a person does', () => {
  expect(entryOf('published', { at })).toEqual({ status: 'published', at, by: 'publish-report' })
  expect(entryOf('returned', { at, by: 'li-si', note: '附表有误' })).toEqual({ status: 'returned', at, by: 'li-si', note: '附表有误' })
})

it.each(STATUSES)('%s: taken by a function, decided by persons where that function answers requests, told to queues', (status) => {
  const { by } = lifecycle[status]
  expect(FUNCTION_NAMES).toContain(by)
  expect('person' in lifecycle[status]).toBe('routes' in FUNCTIONS[by].trigger)
  for (const queue of toldOf(status)) expect(QUEUES).toContain(queue)
})

it.each(STATUSES)('%s is reached from the beginning', (status) => {
  const before = (late: Status): Status[] => STATUSES.filter((early) => comesFrom(late, early))
  const seen = new Set<Status>([status])
  for (const each of seen) for (const early of before(each)) seen.add(early)
  expect(seen).toContain('requested')
})

it('tells of each status the function that takes it on, where the system does and not a person', () => {
  const goesOn = (status: Status) => toldOf(status).filter((queue) => takesOver(queue, status))
  expect(Object.fromEntries(STATUSES.flatMap((status) => goesOn(status).map((queue) => [status, queue])))).toEqual({
    uploaded: 'parse-report',
    parsed: 'validate-report',
    approved: 'publish-report',
  })
})

it('mails where notify-agency hears of it', () => {
  expect(MAILED_STATUSES.toSorted()).toEqual(['failed', 'passed', 'published', 'recalled', 'returned', 'unreadable', 'withdrawn'])
  expect(isMailed('superseded')).toBe(false)
})

it('says whom each function tells, itself never', () => {
  expect(toldBy('review-submission').toSorted()).toEqual(['notify-agency', 'publish-report'])
  expect(functionSpec('parse-report').sendsTo).toEqual(['validate-report'])
  expect(toldBy('sweep-submissions')).toEqual([])
})
