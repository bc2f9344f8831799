import { describe, expect, it } from 'vitest'
import { countBySeverity, verdictOf } from '../../shared/assessment/verdict.ts'
import type { Finding, Severity } from '../../shared/findings/finding.ts'

const found = (severity: Severity, rule = 'cell-is-count'): Finding => ({ rule, severity, places: [], facts: {} })

describe('the verdict', () => {
  it.each([
    ['pass', 'nothing was found', []],
    ['pass', 'warnings and notices were', [found('warning'), found('notice')]],
    ['fail', 'one error was', [found('warning'), found('error')]],
    ['unreadable', 'the file could not be read', [found('error', 'file-readable')]],
    ['unreadable', 'the file could not be read, whatever else was said of it', [found('warning'), found('error', 'file-readable')]],
  ] as const)('is %s where %s', (verdict, _, findings) => {
    expect(verdictOf(findings)).toBe(verdict)
  })

  it('comes with a count of each severity', () => {
    expect(countBySeverity([found('error'), found('warning'), found('warning'), found('notice')])).toEqual({
      error: 1,
      warning: 2,
      notice: 1,
    })
    expect(countBySeverity([])).toEqual({ error: 0, warning: 0, notice: 0 })
  })
})
