import { describe, expect, it } from 'vitest'
import type { Finding } from '../../shared/findings/finding.ts'
import { findingKey } from '../../shared/findings/finding-key.ts'
import { formCells } from '../../shared/form/cells.ts'
import { type Edition, TABLE_NUMBERS } from '../../shared/form/edition.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from '../../shared/form/table-four.ts'
import { TABLE_THREE_COLUMNS, TABLE_THREE_ROWS, TRIAL_OTHER_HANDLING } from '../../shared/form/table-three.ts'
import { TABLE_TWO } from '../../shared/form/table-two.ts'
import { renderReportPages } from '../../shared/publication/render-report-pages.tsx'
import type { Report } from '../../shared/report/report.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import { htmlFaults } from './html-faults.ts'
import { elementsOf, textOf } from './html-text.ts'
import { numberOf, reportByHand, submissionOf, withFigure } from './report-by-hand.ts'
import { type HeadedFigure, headedFigures } from './table-grid.ts'

const pageOf = (report: Report, year = 2024): string =>
  renderReportPages({ report, submission: submissionOf({ year }), assessment: assessmentOf([]), publishedAt: '2025-01-20T16:30:00Z' })[0]
    ?.content ?? ''

const find = (figures: readonly HeadedFigure[] | undefined, value: number): HeadedFigure => {
  const found = figures?.filter(({ text }) => text === String(value)) ?? []
  expect(found, `figure ${value}`).toHaveLength(1)
  return found[0] ?? { text: '', rowHeads: [], columnHeads: [] }
}

/** The three tables of figures stand after the head table. */
const tablesOf = (html: string) => headedFigures(html).slice(1)

const COLUMN_HEADS = TABLE_THREE_COLUMNS.map((name, column) =>
  column === 0 || column === 6 ? [name, '申请人情况'] : [name, '法人或其他组织', '申请人情况'],
)

/** The heads beside a row of table 三 in the form's own words; null for a row that the trial form does not have. */
const rowHeadsOf = (form: Edition, row: number): string[] | null => {
  if (form === '2019' && (row === 20 || row === 21)) return null
  const { label = '', group } = TABLE_THREE_ROWS[row] ?? {}
  const own = form === '2019' && row === 22 ? [TRIAL_OTHER_HANDLING] : [...(group === undefined ? [] : [group]), label]
  return row >= 2 && row < 24 ? ['三、本年度办理结果', ...own] : own
}

describe.each<Edition>(['2021', '2019'])('the page of a report in the form of %s', (form) => {
  const html = pageOf(reportByHand(form), form === '2021' ? 2024 : 2020)
  const [two, three, four] = tablesOf(html)

  it('has every figure of table 二 under its heads', () => {
    const items = TABLE_TWO[form].flatMap(({ article, label, figures }) =>
      figures.map((figure) => ({ article, label, column: figure.label })),
    )
    expect(two).toHaveLength(items.length)
    for (const [index, { article, label, column }] of items.entries()) {
      const { rowHeads, columnHeads } = find(two, numberOf(2, 0, index))
      expect(rowHeads).toEqual([label])
      expect(columnHeads[0]).toContain(column)
      expect(columnHeads[1]).toBe(article)
    }
  })

  it('has every figure of table 三 under its heads', () => {
    expect(three).toHaveLength((form === '2021' ? 25 : 23) * 7)
    for (const row of TABLE_THREE_ROWS.keys())
      for (const column of TABLE_THREE_COLUMNS.keys()) {
        if (rowHeadsOf(form, row) === null) continue
        const { rowHeads, columnHeads } = find(three, numberOf(3, row, column))
        expect(rowHeads).toEqual(rowHeadsOf(form, row))
        expect(columnHeads).toEqual(COLUMN_HEADS[column])
      }
  })

  it('has every figure of table 四 under its heads', () => {
    expect(four).toHaveLength(15)
    for (const [index, column] of TABLE_FOUR_GROUPS.flatMap((group) => TABLE_FOUR_COLUMNS.map((name) => [name, group])).entries())
      expect(find(four, numberOf(4, 0, index)).columnHeads.slice(0, 2)).toEqual(column)
  })

  it('is well-formed', async () => expect(await htmlFaults(html)).toEqual([]))
})

it('gives every head of every table its scope', () => {
  const heads = elementsOf(pageOf(reportByHand())).filter(({ name }) => name === 'th')
  expect(heads.length).toBeGreaterThan(80)
  expect(heads.filter(({ attributes }) => !['row', 'col', 'colgroup'].includes(attributes.scope ?? ''))).toEqual([])
})

it.each(TABLE_NUMBERS)('shows a blank cell of table %s as blank, says so, and never as 0', (number) => {
  const report = reportByHand()
  const changed = withFigure(report, number, 0, 0, { value: null, text: '—', remark: null })
  const figures = tablesOf(pageOf(changed))[number - 2]
  expect(figures?.[0]?.text).toBe('')
  expect(figures?.map(({ text }) => text)).not.toContain('0')
  expect(textOf(pageOf(changed))).toContain(
    `表中空白的1格,原文没有可以识别的数字,不等于0:${report.tables[number].figures[0]?.[0]?.place.part}。`,
  )
  expect(textOf(pageOf(report))).not.toContain('表中空白')
})

it('says nothing of the rows that the trial form does not have', () => {
  expect(formCells('2019', 3)).toHaveLength(25)
  expect(textOf(pageOf(reportByHand('2019'), 2020))).not.toContain('表中空白')
})

it('shows a figure of 0 as 0, and a remark beside its figure', () => {
  const [two] = tablesOf(
    pageOf(withFigure(withFigure(reportByHand(), 2, 0, 0, { value: 0 }), 2, 0, 3, { value: 22, remark: '其中修订16件' })),
  )
  expect(two?.[0]?.text).toBe('0')
  expect(two?.[3]?.text).toBe('22 其中修订16件')
})

it('says of a table that is a picture that there are no figures', () => {
  const report = reportByHand()
  const html = pageOf({ ...report, tables: { ...report.tables, 4: { ...report.tables[4], state: 'picture', figures: [] } } })
  expect(tablesOf(html)).toHaveLength(2)
  expect(textOf(html)).toContain('表四:原文中这张表是图片')
})

it('has the text, the head table and the meta of a government page', () => {
  const html = pageOf(reportByHand())
  const elements = elementsOf(html)
  const rows = elements.filter(({ name }) => name === 'tr').map(({ text }) => text)
  expect(rows.slice(0, 5)).toEqual([
    '名称全年主动公开信息若干条。年度报告',
    '索引号minzheng-2024-2',
    '发布机构云川市民政局',
    '公开日期2025年1月21日',
    '主题词政府信息公开 年度报告',
  ])
  for (const text of ['序:全年', '一、总体情况', '总体情况:全年', '六、其他需要报告的事项']) expect(textOf(html)).toContain(text)
  const meta = Object.fromEntries(
    elements.filter(({ name }) => name === 'meta').map(({ attributes }) => [attributes.name, attributes.content]),
  )
  expect(meta).toMatchObject({
    SiteName: '政府信息公开年报',
    ColumnName: '政府信息公开年报',
    ArticleTitle: '全年主动公开信息若干条。年度报告',
    PubDate: '2025-01-21 00:30',
    ContentSource: '云川市民政局',
  })
  for (const name of ['SiteDomain', 'SiteIDCode', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']) expect(meta).toHaveProperty(name)
})

it('shows what the agency said of a warning, and nothing of one that nobody explained', async () => {
  const [explained, silent] = ['甲', '乙'].map(
    (printed): Finding => ({
      rule: 'section-titles-official',
      severity: 'warning',
      places: [{ part: '第一部分', section: 1 }],
      facts: { printed, official: '总体情况' },
    }),
  )
  if (!explained || !silent) throw new Error('two were made')
  const explanation = { key: findingKey(explained), text: '<沿用>原题', by: 'zhang-san', at: '2025-01-18T00:00:00Z' }
  const [page, json] = renderReportPages({
    report: reportByHand(),
    submission: submissionOf(),
    assessment: assessmentOf([explained, silent]),
    explanations: [explanation],
    publishedAt: '2025-01-20T16:30:00Z',
  })
  const html = page?.content ?? ''
  const notes = elementsOf(html).filter(({ name, text }) => name === 'li' && text.includes('单位说明:'))
  expect(notes.map(({ text }) => text)).toEqual([expect.stringMatching(/甲.*单位说明:<沿用>原题$/)])
  expect(await htmlFaults(html)).toEqual([])
  const { findings } = JSON.parse(json?.content ?? '') as { findings: { explanation?: object }[] }
  expect(findings.map((finding) => finding.explanation)).toEqual([{ text: '<沿用>原题', at: '2025-01-18T00:00:00Z' }])
  expect(json?.content).not.toContain('zhang-san')
})
