import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { unreadableReport } from '../../shared/report/recognise-report.ts'
import { recordOf } from '../../shared/report/record.ts'
import type { Report } from '../../shared/report/report.ts'
import type { Context } from '../../shared/rule-kit/context.ts'
import { section, soundReport, TITLE_PLACE } from '../reports/sound-report.ts'

const COPIED = Array.from({ length: 120 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
const rulesOf = (report: Report, context: Context = {}) => checkReport(report, context).map(({ rule }) => rule)
const withoutFee = (change: Partial<Report>) => soundReport({ ...change, sections: [section(6, ['无。'])] })

describe('checking a report', () => {
  it('lists errors, then warnings, then notices, each in the order of the catalogue', () => {
    const report = soundReport({
      title: { text: '示例市示例局2024年度信息公开报告', place: TITLE_PLACE },
      cells: [
        { table: 3, row: 2, column: 6, text: '10' },
        { table: 4, row: 0, column: 5, text: '' },
      ],
    })
    const findings = checkReport(report, { receivedAt: '2025-06-01T00:00:00Z' })
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['cell-is-count', 'error'],
      ['table3-row-total', 'error'],
      ['table3-disposition-total', 'error'],
      ['title-names-agency-and-year', 'warning'],
      ['submitted-on-time', 'notice'],
    ])
  })

  it('says of an unreadable file that it is one, and nothing else', () => {
    const report = unreadableReport({ unreadable: 'damaged', format: null })
    expect(rulesOf(report, { submission: { agencyNames: ['示例市示例局'], year: 2024 } })).toEqual(['file-readable'])
  })

  it('asks no rule of a year before its first', () => {
    expect(rulesOf(withoutFee({ year: 2019 }))).not.toContain('processing-fee-stated')
    expect(rulesOf(withoutFee({ year: 2020 }))).toContain('processing-fee-stated')
  })

  it('takes the year of the submission where the report names none, and asks every rule where neither does', () => {
    const nameless = withoutFee({ year: null })
    expect(rulesOf(nameless, { submission: { agencyNames: [], year: 2019 } })).not.toContain('processing-fee-stated')
    expect(rulesOf(nameless, { submission: { agencyNames: [], year: null } })).toContain('processing-fee-stated')
    expect(rulesOf(nameless)).toContain('processing-fee-stated')
    expect(rulesOf(withoutFee({ year: 2020 }), { submission: { agencyNames: [], year: 2019 } })).toContain('processing-fee-stated')
  })

  it('runs a rule that needs more only where that is at hand', () => {
    const report = soundReport()
    const cells = [0, 6].map((column) => ({ table: 3, row: 24, column, text: column === 0 ? '3' : '2' }) as const)
    const previousReport = recordOf(
      soundReport({ year: 2023, sections: [], cells: [...cells, { table: 2, row: 0, column: 5, text: '3' }] }),
    )
    expect(rulesOf(report)).toEqual([])
    expect(rulesOf(report, { previousReport })).toEqual(['carried-over-matches-previous'])
    expect(rulesOf(report, { submission: { agencyNames: ['别的局'], year: 2024 } })).toEqual(['report-is-the-one-expected'])
    expect(rulesOf(report, { receivedAt: '2025-06-01T00:00:00Z' })).toEqual(['submitted-on-time'])
    const copied = soundReport({ sections: [section(5, [COPIED])] })
    const otherReports = [{ name: '甲局', record: { ...recordOf(soundReport({ sections: [section(5, [COPIED])] })), agency: '甲局' } }]
    expect(rulesOf(copied)).not.toContain('text-copied-from-another')
    expect(rulesOf(copied, { otherReports })).toContain('text-copied-from-another')
    expect(rulesOf(report, { subordinateReports: { reports: [], missing: ['甲局'] } })).toEqual(['rollup-matches-subordinates'])
  })
})
