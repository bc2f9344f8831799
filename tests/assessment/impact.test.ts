import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { impactByRule, type Judged, NOT_REPLAYED, replay, replayHindrance } from '../../shared/assessment/impact.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { soundReport } from '../reports/sound-report.ts'

const sound = soundReport()
const unbalanced = soundReport({
  cells: [0, 6].map((column) => ({ table: 3, row: 24, column, text: '2' }) as const),
})
const found = checkReport(unbalanced, {})
const error = (rule: string): Finding => ({ rule, severity: 'error', places: [], facts: {} })
const judged = (report: Judged['report'], before: readonly Finding[], source = 's'): Judged => ({ source, report, before })

describe('a replay', () => {
  it('turns nothing while the rules judge as before', () => {
    expect(replay(judged(sound, []))).toEqual({ source: 's', from: 'pass', to: 'pass', appear: [], vanish: [] })
    expect(replay(judged(unbalanced, found))).toEqual({ source: 's', from: 'fail', to: 'fail', appear: [], vanish: [] })
  })

  it('fails what passed before, by the rule that is new or stricter', () => {
    expect(replay(judged(unbalanced, []))).toMatchObject({ from: 'pass', to: 'fail', appear: ['table3-balance'], vanish: [] })
  })

  it('passes what failed before, by the rule that is gone or milder', () => {
    expect(replay(judged(sound, [error('a-rule-of-old')]))).toMatchObject({ from: 'fail', to: 'pass', vanish: ['a-rule-of-old'] })
    expect(replay(judged(sound, [error('table3-balance')]))).toMatchObject({ from: 'fail', to: 'pass', vanish: ['table3-balance'] })
  })

  it('leaves standing what a rule found that looked beyond the report', () => {
    expect(NOT_REPLAYED).toEqual(
      expect.arrayContaining(['report-is-the-one-expected', 'carried-over-matches-previous', 'rule-making-power']),
    )
    expect(NOT_REPLAYED).not.toContain('table3-balance')
    expect(replay(judged(sound, [error('carried-over-matches-previous')]))).toMatchObject({ from: 'fail', to: 'fail', vanish: [] })
  })

  it('leaves waived what was waived', () => {
    const waived = found.map((finding) => ({ ...finding, waiver: { reason: '并入', expires: '2025-12-31' } }))
    expect(replay(judged(unbalanced, waived))).toMatchObject({ from: 'pass', to: 'pass', appear: [] })
    expect(replay(judged(unbalanced, waived.slice(0, 1)))).toMatchObject({ from: 'pass', to: 'fail', appear: ['table3-balance'] })
  })

  it('needs a title that tells agency and year, or a file that could not be read at all', () => {
    expect(replayHindrance(sound)).toBeUndefined()
    expect(replayHindrance({ ...sound, agency: null })).toContain('标题')
    expect(replayHindrance({ ...sound, year: null })).toContain('标题')
    expect(replayHindrance({ ...sound, agency: null, year: null, unreadable: { reason: 'scan' } })).toBeUndefined()
  })
})

it('the impact is told by rule: reports that change, and of them those whose verdict turns', () => {
  const replays = [
    replay(judged(unbalanced, [], 'a')),
    replay(judged(unbalanced, [error('carried-over-matches-previous')], 'b')),
    replay(judged(sound, [error('old')], 'c')),
    replay(judged(sound, [], 'd')),
  ]
  expect(impactByRule(replays)).toEqual([
    { rule: 'old', appear: 0, vanish: 1, turned: [{ source: 'c', from: 'fail', to: 'pass' }] },
    { rule: 'table3-balance', appear: 2, vanish: 0, turned: [{ source: 'a', from: 'pass', to: 'fail' }] },
  ])
})
