import { describe, expect, it } from 'vitest'
import { THREE } from '../../shared/form/table-three.ts'
import { brokenEquations } from './broken-equations.ts'
import { reportOfYearBefore } from './report-of-year-before.ts'
import { sampleReport } from './sample-report.ts'

const PAIRS = Array.from({ length: 200 }, (_, seed) => {
  const report = sampleReport({ seed })
  return { report, before: reportOfYearBefore(report, seed + 1_000) }
})

describe('the report of the year before', () => {
  it('is sound, and of the same agency', () => {
    for (const { report, before } of PAIRS) {
      expect(brokenEquations(before)).toEqual([])
      expect([before.agency, before.year]).toEqual([report.agency, report.year - 1])
    }
  })

  it('carries over what the next one took in', () => {
    for (const { report, before } of PAIRS) expect(before.three[THREE.carriedOut]).toEqual(report.three[THREE.carriedIn])
  })

  it('leaves in force what the next one starts from', () => {
    const sameForm = PAIRS.filter(({ before }) => before.edition === '2021')
    expect(sameForm.length).toBeGreaterThan(100)
    for (const { report, before } of sameForm)
      for (const issued of [0, 3]) {
        const [made = 0, repealed = 0, inForce = 0] = report.two.slice(issued, issued + 3)
        const [madeBefore = 0, , inForceBefore = 0] = before.two.slice(issued, issued + 3)
        expect(inForceBefore + made - repealed).toBe(inForce)
        expect(inForceBefore).toBeGreaterThanOrEqual(madeBefore)
      }
  })

  it('has no leap against the next one', () => {
    for (const { report, before } of PAIRS)
      report.three.flat().forEach((value, index) => {
        const other = before.three.flat()[index] ?? 0
        const [rare, single] = [Math.max(value, other) < 20, before.edition !== report.edition]
        expect(rare || single || (value <= other * 5 && other <= value * 5), `${report.agency} ${index}: ${other} → ${value}`).toBe(true)
      })
  })
})
