import { render } from 'preact-render-to-string'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { approveAll } from '../../portal/src/decide/approve-many.tsx'
import { changeOf } from '../../portal/src/decide/compared-cell.tsx'
import { HOLD_MS, holdDecisions } from '../../portal/src/decide/held-decisions.ts'
import { publicityOf } from '../../portal/src/decide/public-note.tsx'
import { standingOf } from '../../portal/src/decide/queue.ts'
import { scopedStyle } from '../../portal/src/decide/report-style.ts'
import { picked, reasonLine } from '../../portal/src/decide/return-reason.ts'
import { WaiverTable } from '../../portal/src/decide/waivers.tsx'
import { Failure } from '../../portal/src/failure.ts'
import { listedWaivers } from '../../shared/http-api/listed-waivers.ts'
import type { ReviewRequest } from '../../shared/http-api/submissions.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import { REPORT_STYLE } from '../../shared/publication/site-style.ts'
import { htmlFaults } from '../publication/html-faults.ts'
import { elementsOf } from '../publication/html-text.ts'
import { submissionOf } from '../publication/report-by-hand.ts'

describe('decisions that are held', () => {
  const APPROVE: ReviewRequest = { decision: 'approve' }
  const memory = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }
  let sent: string[]
  const send = async (id: string, { decision }: ReviewRequest) => void sent.push(`${id} ${decision}`)
  const held = (id: string) => ({ id, name: id, request: APPROVE })
  beforeEach(() => {
    vi.useFakeTimers()
    sent = []
  })
  afterEach(() => void vi.useRealTimers())

  it('are sent after ten seconds, once, and are then forgotten', async () => {
    const keep = memory()
    const desk = holdDecisions({ send, person: 'li', keep })
    desk.hold(held('a'))
    await vi.advanceTimersByTimeAsync(HOLD_MS - 1)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    await desk.sendAll()
    await vi.advanceTimersByTimeAsync(HOLD_MS)
    expect([sent, desk.all()]).toEqual([['a approve'], []])
    await holdDecisions({ send, person: 'li', keep }).takeUp()
    expect(sent).toEqual(['a approve'])
  })

  it('are not sent once undone: the latest first, or the one that is named', async () => {
    const desk = holdDecisions({ send, person: 'li', keep: memory() })
    for (const id of ['a', 'b', 'c']) desk.hold(held(id))
    expect(desk.undo()?.id).toBe('c')
    expect(desk.undo('a')?.id).toBe('a')
    expect(desk.undo('c')).toBeUndefined()
    await vi.advanceTimersByTimeAsync(HOLD_MS)
    expect(sent).toEqual(['b approve'])
    expect(desk.undo()).toBeUndefined()
  })

  it('are sent at once when the page is left, and again by the next page of the same person while it is not known that they arrived', async () => {
    const keep = memory()
    const lost = holdDecisions({ send: () => new Promise(() => {}), person: 'li', keep })
    lost.hold(held('a'))
    void lost.sendAll()
    await holdDecisions({ send, person: 'another', keep }).takeUp()
    expect(sent).toEqual([])
    const next = holdDecisions({ send, person: 'li', keep })
    await next.takeUp()
    expect([sent, next.all()]).toEqual([['a approve'], []])
  })

  it('stand there with the reason where they were refused, until somebody tries again or has read it', async () => {
    let refuse = true
    const refusing = async (id: string, request: ReviewRequest) => {
      if (refuse) throw new Failure('refused', '已收回')
      await send(id, request)
    }
    const desk = holdDecisions({ send: refusing, person: 'li', keep: memory() })
    desk.hold(held('a'))
    desk.hold(held('b'))
    await desk.sendAll()
    expect(desk.all().map(({ state, failure }) => [state, failure?.message])).toEqual([
      ['failed', '已收回'],
      ['failed', '已收回'],
    ])
    refuse = false
    await desk.sendNow('a')
    desk.forget('b')
    expect([sent, desk.all()]).toEqual([['a approve'], []])
  })
})

describe('the queue', () => {
  const ids = ['a', 'b', 'c', 'd']
  it.each([
    ['b', [], { number: 2, count: 4, next: 'c', before: 'a' }],
    ['d', [], { number: 4, count: 4, next: 'a', before: 'c' }],
    ['a', ['b'], { number: 1, count: 3, next: 'c', before: 'd' }],
    ['b', ['b'], { number: null, count: 3, next: 'c', before: 'a' }],
    ['x', [], { number: null, count: 4, next: 'a', before: 'd' }],
    ['a', ['b', 'c', 'd'], { number: 1, count: 1, next: null, before: null }],
  ] as const)('from %s, with %j gone', (id, gone, standing) => expect(standingOf(ids, new Set(gone), id)).toEqual(standing))
})

describe('a reason', () => {
  const line = reasonLine({ where: '第一部分,文件中:第2段', message: '标题不一致', fix: '改为“一、\n总体情况”' })
  it('is a line for each finding that is picked, put back without what was written', () => {
    expect(line).toBe('第一部分:标题不一致 改为“一、 总体情况”')
    const text = picked('请看:', line, true)
    expect(text).toBe(`请看:\n${line}`)
    expect(picked(text, line, true)).toBe(text)
    expect(picked(`${text}\n多谢`, line, false)).toBe('请看:\n多谢')
    expect(picked(`${line}(急)`, line, false)).toBe(`${line}(急)`)
    expect(picked('', line, true)).toBe(line)
  })
})

it('a figure is held against the year before', () => {
  expect([changeOf(3, 3), changeOf(null, 3), changeOf(3, null)]).toEqual([null, null, null])
  expect(changeOf(0.3, 0.1)).toEqual({ sign: '▲0.2', words: '比上年多0.2' })
  expect(changeOf(0, 4)).toEqual({ sign: '▼4', words: '比上年少4' })
})

it('what becomes public and what not follows from the submission', () => {
  const finding = { severity: 'warning', explanation: { text: '沿用' } } as never
  const { open, kept } = publicityOf({ agencyName: '民政局', version: 2, findings: [finding], remarks: ['修订'] })
  expect(open.join()).toMatch(/第2版.*1处“请核对”的说明.*全部1条核查意见.*读取说明/)
  expect(publicityOf({ agencyName: '民政局', findings: [], remarks: [] }).open).toHaveLength(2)
  expect(kept.join()).toMatch(/原文件.*批注.*姓名/)
})

it('the look of the site holds for the report alone', () => {
  const scoped = scopedStyle(REPORT_STYLE, '.printed')
  expect(scoped).toContain('.printed > p{')
  expect(scoped).toContain(".printed th[scope='row']{")
  expect(scoped.match(/^[^{]+\{/gm)?.every((selectors) => selectors.split(',').every((each) => each.trim().startsWith('.printed')))).toBe(
    true,
  )
})

it('many are approved side by side, and each is told of', async () => {
  const submissions = Array.from({ length: 9 }, (_, index) => summaryOf(submissionOf({ id: `s${index}`, status: 'passed' }), ''))
  let [now, most] = [0, 0]
  const told: string[] = []
  const reviewSubmission = async ({ params: { id } }: { params: { id: string } }) => {
    most = Math.max(most, ++now)
    await Promise.resolve()
    now--
    if (id === 's3') throw new Failure('refused', '已收回')
    return submissions[0] as never
  }
  await approveAll({ reviewSubmission }, submissions, ({ submission, failed }) => told.push(`${submission.id} ${failed}`))
  expect(told.toSorted()).toEqual(submissions.map(({ id }) => `${id} ${id === 's3' ? '已收回' : null}`))
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(4)
})

it('waivers say who let what stand, why, until when, and who took them back', async () => {
  const waiver = {
    agencyId: 'm',
    rule: 'table3-balance',
    place: '3/0/0',
    reason: '合并',
    expires: '2025-12-31',
    grantedBy: 'li',
    grantedAt: '2025-01-15T08:00:00.000Z',
  }
  const takenBack = { by: 'zhao', at: '2025-02-01T08:00:00.000Z' }
  const waivers = listedWaivers(
    [
      { ...waiver, takenBack },
      { ...waiver, place: '2:第二部分' },
    ],
    '2025-03-01',
  )
  const html = render(<WaiverTable waivers={waivers} onTakeBack={() => {}} />)
  const cells = elementsOf(html).flatMap(({ name, text }) => (name === 'td' ? [text] : []))
  expect(cells.slice(1, 6)).toEqual(['第二部分', '合并', 'li,2025-01-15 16:00', '有效,至2025-12-31', '收回'])
  expect(cells.slice(10)).toEqual(['已收回(zhao,2025-02-01 16:00)', ''])
  expect(await htmlFaults(html)).toEqual([])
})
