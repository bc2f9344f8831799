import { describe, expect, it } from 'vitest'
import { apiUrlOf } from '../../portal/src/api.ts'
import { decisionsIn, requestOf } from '../../portal/src/decide/decisions.ts'
import { asFailure, Failure, failureOf, uploadFailureOf } from '../../portal/src/failure.ts'
import { routeOf } from '../../portal/src/route.ts'
import { foundWords } from '../../portal/src/submission-table.tsx'
import { reportingYears } from '../../portal/src/year-choice.tsx'
import { submissionLink } from '../../shared/submission/keys.ts'
import { lifecycle, type Status } from '../../shared/submission/lifecycle.ts'
import { problem } from '../../shared/submission/problem.ts'

it('finds its way by the address', () => {
  expect(routeOf('')).toEqual({ page: 'home' })
  expect(routeOf('#/rules')).toEqual({ page: 'rules' })
  expect(routeOf('#token=x')).toEqual({ page: 'home' })
  expect(routeOf(submissionLink('a/b 1'))).toEqual({ page: 'submission', id: 'a/b 1' })
})

it('finds the service on the same origin, or where config.js says', () => {
  expect(apiUrlOf({})).toBe('/api')
  expect(apiUrlOf({ NIANBAO: {} })).toBe('/api')
  expect(apiUrlOf({ NIANBAO: { apiUrl: 'https://api.test/v1/' } })).toBe('https://api.test/v1')
})

describe('failures', () => {
  it('tells what the service said', () =>
    expect(failureOf({ status: 409, problem: problem(409, 'wrong-status', '状态不符。') })).toMatchObject({
      kind: 'refused',
      message: '状态不符。',
    }))
  it('asks to sign in anew', () => expect(failureOf({ status: 401, problem: undefined })).toMatchObject({ kind: 'session' }))
  it('offers to try again after a fault of ours', () =>
    expect(failureOf({ status: 503, problem: undefined })).toMatchObject({ kind: 'again' }))
  it('has words for an answer without any', () => expect(failureOf({ status: 418, problem: undefined }).message).toContain('418'))
  it('keeps a failure, and has words for any other error', () => {
    const failure = new Failure('again', 'x')
    expect(asFailure(failure)).toBe(failure)
    expect(asFailure(new Error('boom')).message).toContain('boom')
  })

  it.each([
    ['<Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message>', 'again', '上传时限已过'],
    ['<Code>EntityTooLarge</Code>', 'refused', '文件过大'],
    ['<Code>BadDigest</Code>', 'again', '有改动'],
    ['', 'again', '代码403'],
  ])('reads the store: %s', (answer, kind, words) => {
    const failure = uploadFailureOf(403, answer)
    expect(failure.kind).toBe(kind)
    expect(failure.message).toContain(words)
  })
})

describe('a decision', () => {
  it('is open where the life of a submission has it', () => {
    const open = (Object.keys(lifecycle) as Status[]).flatMap((status) => decisionsIn(status).map((decision) => `${status} ${decision}`))
    expect(open).toEqual(['passed approve', 'passed return', 'published withdraw', 'superseded withdraw'])
  })

  it('needs a reason to return and to withdraw', () => {
    expect(requestOf('approve', '')).toEqual({ decision: 'approve' })
    expect(requestOf('return', ' \n')).toBeUndefined()
    expect(requestOf('return', ' 请补充 ')).toEqual({ decision: 'return', reason: '请补充' })
    expect(requestOf('withdraw', '')).toBeUndefined()
  })
})

it('says what was found', () => {
  expect(foundWords({})).toBe('—')
  expect(foundWords({ verdict: 'unreadable', counts: { error: 1, warning: 0, notice: 0 } })).toBe('未核查')
  expect(foundWords({ verdict: 'pass', counts: { error: 0, warning: 0, notice: 0 } })).toBe('没有问题')
  expect(foundWords({ verdict: 'fail', counts: { error: 3, warning: 1, notice: 0 } })).toBe('3处必须改正,1处请核对')
})

it('offers every reporting year, by the calendar of Shanghai', () => {
  expect(reportingYears(new Date('2024-12-31T15:59:59Z'))).toEqual([2024, 2023, 2022, 2021, 2020, 2019])
  expect(reportingYears(new Date('2024-12-31T16:00:00Z'))[0]).toBe(2025)
})
