import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Failure } from '../../portal/src/failure.ts'
import { askAgainAfter, watchSubmission } from '../../portal/src/watch-submission.ts'
import { submissionDetail } from '../../shared/http-api/submission-detail.ts'
import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import { lifecycle, type Status } from '../../shared/submission/lifecycle.ts'
import { submissionOf } from '../publication/report-by-hand.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const detailOf = (status: Status): SubmissionDetail =>
  submissionDetail({ submission: submissionOf({ status }), siteUrl: '', assessment: undefined, comparison: undefined, explanations: [] })

const watching = (...answers: (Status | Failure)[]) => {
  const told: string[] = []
  let asked = 0
  const api = {
    showSubmission: async () => {
      const answer = answers[Math.min(asked, answers.length - 1)]
      asked += 1
      if (answer === undefined || answer instanceof Failure) throw answer
      return detailOf(answer)
    },
  }
  const watch = watchSubmission(api, 's', { found: ({ status }) => told.push(status), failed: ({ kind }) => told.push(`failed: ${kind}`) })
  return { watch, told, asked: () => asked }
}

it('follows a submission to its end, and then rests', async () => {
  const { told, asked } = watching('requested', 'uploaded', 'parsed', 'failed')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(told).toEqual(['requested', 'uploaded', 'parsed', 'failed'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked()).toBe(4)
})

it('asks again after a failure that may pass, not after one that will not', async () => {
  const passing = watching(new Failure('again', ''), 'failed')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(passing.told).toEqual(['failed: again', 'failed'])
  const lasting = watching(new Failure('session', ''))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(lasting.asked()).toBe(1)
})

it('asks at once when told to, and no more once stopped', async () => {
  const { watch, asked, told } = watching('passed')
  await vi.advanceTimersByTimeAsync(0)
  watch.askNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked()).toBe(2)
  watch.askNow()
  watch.stop()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(asked()).toBe(3)
  expect(told).toHaveLength(2)
})

it('waits for whatever moves by itself or by a person, and for nothing else', () => {
  const waits = (Object.keys(lifecycle) as Status[]).filter((status) => askAgainAfter(status, 1) !== null)
  expect(waits).toEqual(['requested', 'uploaded', 'parsed', 'passed', 'approved'])
  expect(askAgainAfter('parsed', 100)).toBeGreaterThan(Number(askAgainAfter('parsed', 1)))
})
