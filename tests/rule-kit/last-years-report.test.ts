import { describe, expect, it } from 'vitest'
import { recordOf } from '../../shared/report/record.ts'
import { lastYearsReport } from '../../shared/rule-kit/context.ts'
import { soundReport } from '../reports/sound-report.ts'

const of = (year: number | null) => recordOf(soundReport({ year }))
const isTaken = (year: number | null, previous: number | null): boolean =>
  lastYearsReport({ ...soundReport(), year }, { previousReport: of(previous) }) !== undefined

describe('last year’s report', () => {
  it('is the earlier one, of the year before', () => {
    expect(isTaken(2024, 2023)).toBe(true)
    expect([2024, 2025, 2022].map((previous) => isTaken(2024, previous))).toEqual([false, false, false])
  })

  it('is the earlier one too where either does not tell its year', () => {
    expect([isTaken(null, 2020), isTaken(2024, null), isTaken(null, null)]).toEqual([true, true, true])
  })

  it('is none where there is no earlier one', () => {
    expect(lastYearsReport(soundReport(), {})).toBeUndefined()
  })
})
