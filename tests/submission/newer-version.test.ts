import { expect, it } from 'vitest'
import { STATUSES, type Status } from '../../shared/submission/lifecycle.ts'
import { newerUpload, successorOf } from '../../shared/submission/newer-version.ts'
import { submissionOf } from '../publication/report-by-hand.ts'

const version = (number: number, status: Status) => submissionOf({ id: `s${number}`, version: number, status })
const waiting = version(2, 'passed')

it.each(STATUSES)('a newer version that is %s', (status) => {
  const blocks = ['uploaded', 'parsed', 'passed', 'approved', 'published', 'superseded'].includes(status)
  expect(newerUpload(waiting, [version(3, status)])?.version).toBe(blocks ? 3 : undefined)
  const takesPlace = ['passed', 'approved', 'published', 'superseded'].includes(status)
  expect(successorOf(waiting, [version(3, status)])?.version).toBe(takesPlace ? 3 : undefined)
})

it('an older version never takes its place, and of several newer ones the newest does', () => {
  expect(successorOf(waiting, [version(1, 'published'), waiting])).toBeUndefined()
  expect(successorOf(waiting, [version(3, 'passed'), version(5, 'failed'), version(4, 'passed'), version(1, 'passed')])?.version).toBe(4)
})
