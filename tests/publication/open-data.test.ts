import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/findings/finding.ts'
import { renderReportPages } from '../../shared/publication/render-report-pages.tsx'
import type { Report } from '../../shared/report/report.ts'
import type { Received } from '../../shared/submission/submission.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import { numberOf, publicationOf, reportByHand, submissionOf, withFigure } from './report-by-hand.ts'
import { smallSite } from './small-site.ts'

const filesOf = (report: Report, findings: Finding[] = [], change: Partial<Received> = {}) => {
  const assessment = assessmentOf(findings)
  const files = renderReportPages({ report, submission: submissionOf(change), assessment, publishedAt: '2025-01-20T16:30:00Z' })
  const content = (end: string) => files.find(({ path }) => path.endsWith(end))?.content ?? ''
  return { csv: content('tables.csv'), json: JSON.parse(content('report.json')) as Record<string, unknown> }
}

const recordsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })

describe('tables.csv', () => {
  it('begins with the mark that makes spreadsheets read UTF-8', () => expect(filesOf(reportByHand()).csv.charCodeAt(0)).toBe(0xfeff))

  it('parses back to every figure, each under labels of its own', () => {
    const records = recordsOf(filesOf(reportByHand()).csv)
    const expected = [[2, 1, 10] as const, [3, 25, 7] as const, [4, 1, 15] as const].flatMap(([table, rows, columns]) =>
      Array.from({ length: rows * columns }, (_, index) => String(numberOf(table, Math.floor(index / columns), index % columns))),
    )
    expect(records.map((record) => record.数值)).toEqual(expected)
    expect(new Set(records.map(({ 表, 行, 列 }) => `${表} ${行} ${列}`)).size).toBe(200)
    expect(records[10 + 4 * 7]).toEqual({
      发布机构: '云川市民政局',
      年度: '2024',
      版本: '2',
      表: '表三',
      行: '(三)不予公开 1.属于国家秘密',
      列: '自然人',
      数值: '30400',
      单位: '件',
    })
    expect(records[9]).toMatchObject({ 行: '行政事业性收费', 列: '本年收费金额', 单位: '万元' })
  })

  it('has the 23 rows and 22 figures of the trial form', () => {
    const records = recordsOf(filesOf(reportByHand('2019')).csv)
    expect(records).toHaveLength(22 + 23 * 7 + 15)
    expect(records.filter(({ 行 }) => 行 === '(六)其他处理').map((record) => record.数值)[0]).toBe(String(numberOf(3, 22, 0)))
  })

  it('leaves an unread cell empty, keeps 0, decimals and minus', () => {
    const report = withFigure(withFigure(reportByHand('2019'), 2, 0, 7, { value: -3 }), 2, 0, 21, { value: 59237.2449 })
    const records = recordsOf(filesOf(withFigure(withFigure(report, 4, 0, 0, { value: null }), 4, 0, 1, { value: 0 })).csv)
    expect([7, 21, 22 + 23 * 7, 22 + 23 * 7 + 1].map((index) => records[index]?.数值)).toEqual(['-3', '59237.2449', '', '0'])
  })

  it('holds nothing that a spreadsheet would run', () => {
    const [record] = recordsOf(filesOf(reportByHand(), [], { agencyName: '=HYPERLINK("http://x")' }).csv)
    expect(record?.发布机构).toBe('\'=HYPERLINK("http://x")')
  })
})

describe('report.json', () => {
  it('has the figures in the order of the form, null where none was read', () => {
    const { json } = filesOf(withFigure(reportByHand(), 3, 5, 2, { value: null }))
    const { two, three, four } = json.tables as { two: number[]; three: (number | null)[][]; four: number[] }
    expect(two).toEqual(Array.from({ length: 10 }, (_, column) => numberOf(2, 0, column)))
    expect(three).toHaveLength(25)
    expect(three[5]).toEqual([30500, 30501, null, 30503, 30504, 30505, 30506])
    expect(four).toEqual(Array.from({ length: 15 }, (_, column) => numberOf(4, 0, column)))
    expect(json).toMatchObject({
      schema: 1,
      agencyId: 'minzheng',
      agency: '云川市民政局',
      year: 2024,
      version: 2,
      edition: '2021',
      verdict: 'pass',
    })
    expect(json.sections).toHaveLength(6)
  })

  it('has a trial table 二 by name, and the single row (六) at row 22', () => {
    const { two, two2019, three } = filesOf(reportByHand('2019')).json.tables as {
      two: null
      two2019: Record<string, Record<string, number>>
      three: (number | null)[][]
    }
    expect(two).toBeNull()
    expect(two2019.regulations).toEqual({ made: 20000, published: 20001, total: 20002 })
    expect(two2019.compulsion).toEqual({ previous: 20015, change: 20016, decisions: 20017 })
    expect(two2019.fees).toEqual({ previous: 20018, change: 20019 })
    expect(two2019.procurement).toEqual({ items: 20020, amountWanYuan: 20021 })
    expect(three.slice(20, 23).map(([first]) => first)).toEqual([null, null, 32200])
  })

  it('has null for a table that could not be read', () => {
    const report = reportByHand()
    const { tables } = filesOf({ ...report, tables: { ...report.tables, 3: { ...report.tables[3], state: 'picture', figures: [] } } }).json
    expect(tables).toMatchObject({ three: null })
  })
})

it('lists every publication in the open index', () => {
  const publications = [publicationOf(), publicationOf({ year: 2023, version: 1 })]
  const files = smallSite(publications)
  const content = (path: string) => files.find((file) => file.path === path)?.content ?? ''
  const { publications: listed } = JSON.parse(content('/publications.json')) as { publications: { page: string }[] }
  expect(listed.map(({ page }) => page)).toEqual(['minzheng/2024/v2/', 'minzheng/2023/v1/'])
  expect(recordsOf(content('/publications.csv')).map((record) => [record.年度, record.页面])).toEqual([
    ['2024', 'minzheng/2024/v2/'],
    ['2023', 'minzheng/2023/v1/'],
  ])
})
