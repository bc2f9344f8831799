import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { actionOn } from '../../portal/src/finding-actions.tsx'
import { FindingList } from '../../portal/src/finding-list.tsx'
import { Comparison, SumsAdvice } from '../../portal/src/finding-notes.tsx'
import { HistoryList } from '../../portal/src/history-list.tsx'
import { RecallSection } from '../../portal/src/recall-section.tsx'
import { RuleBook } from '../../portal/src/rule-book.tsx'
import { StatusBadge } from '../../portal/src/status-badge.tsx'
import { SubmissionTable } from '../../portal/src/submission-table.tsx'
import { RULES } from '../../shared/assessment/catalogue.ts'
import { ruleEntry } from '../../shared/feedback/rule-book.ts'
import type { ToldFinding } from '../../shared/feedback/told-finding.ts'
import { submissionDetail } from '../../shared/http-api/submission-detail.ts'
import { summaryOf } from '../../shared/http-api/summary.ts'
import { STATUSES, type Status, wordsOf } from '../../shared/submission/lifecycle.ts'
import { mayRecall } from '../../shared/submission/recall-refusal.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import { htmlFaults } from '../publication/html-faults.ts'
import { elementsOf } from '../publication/html-text.ts'
import { submissionOf } from '../publication/report-by-hand.ts'

const textIn = (html: string, tag: string): string[] => elementsOf(html).flatMap(({ name, text }) => (name === tag ? [text] : []))

const finding = (severity: ToldFinding['severity'], message: string): ToldFinding => ({
  rule: 'table3-balance',
  severity,
  message,
  fix: `改${message}`,
  basis: '表三表头',
  cells: [],
  section: 3,
  expected: 12,
  actual: 0,
  where: `位置${message}`,
})

describe('findings', () => {
  const html = render(<FindingList findings={[finding('error', '甲'), finding('warning', '乙'), finding('error', '<丙>')]} />)

  it('stand under their severity, each with place, both figures, fix and basis', () => {
    expect(textIn(html, 'h3')).toEqual(['✕ 必须改正 2处', '! 请核对 1处'])
    expect(textIn(html, 'li').map((text) => text.slice(0, 40))).toEqual([
      '甲怎么改改甲位置位置甲数字应为 12,实为 0依据表三表头',
      '<丙>怎么改改<丙>位置位置<丙>数字应为 12,实为 0依据表三表头',
      '乙怎么改改乙位置位置乙数字应为 12,实为 0依据表三表头',
    ])
  })

  it('are numbered on from group to group, as in the mail', () =>
    expect(elementsOf(html).flatMap(({ name, attributes }) => (name === 'ol' ? [attributes.start] : []))).toEqual(['1', '3']))

  it('are well-formed', async () => expect(await htmlFaults(html)).toEqual([]))
})

describe('what is known beside a finding', () => {
  const known = [
    { ...finding('error', '甲'), waiver: { reason: '合并', expires: '2025-03-31' }, news: 'remaining' as const },
    { ...finding('error', '乙'), news: 'fresh' as const },
    { ...finding('warning', '丙'), explanation: null },
    { ...finding('warning', '丁'), explanation: { text: '确为万元' } },
  ]
  const html = render(<FindingList findings={known} actions={({ message }) => <button type="button">{`处理${message}`}</button>} />)

  it('is shown with it: new or still there, the explanation, the waiver, what can be done', () => {
    expect(textIn(html, 'h3')).toEqual(['✕ 必须改正 1处', '! 请核对 2处', '○ 已豁免 1处'])
    const items = textIn(html, 'li')
    const parts = [['新 乙'], ['单位说明尚未说明'], ['单位说明确为万元'], ['仍在 甲', '豁免合并(至2025-03-31)']]
    for (const [index, expected] of parts.entries()) for (const part of expected) expect(items[index]).toContain(part)
    expect(textIn(html, 'button')).toEqual(['处理乙', '处理丙', '处理丁', '处理甲'])
  })

  it('is well-formed', async () => expect(await htmlFaults(html)).toEqual([]))
})

describe('what can be done about a finding', () => {
  const detailOf = (status: Status, severity: ToldFinding['severity'], waiver?: ToldFinding['waiver']) => {
    const found = {
      rule: 'table4-total',
      severity,
      places: [{ part: '表四', section: 4 as const }],
      facts: { group: '行政复议', expected: 1, actual: 2 },
    }
    const assessment = assessmentOf([{ ...found, ...(waiver && { waiver }) }])
    return submissionDetail({ submission: submissionOf({ status }), siteUrl: '', assessment, comparison: undefined, explanations: [] })
  }
  const clerk = { person: 'clerk-1', role: 'clerk', agency: 'minzheng', scope: null } as const
  const reviewer = { person: 'r', role: 'reviewer', agency: null, scope: null } as const
  const waiver = { reason: '合并', expires: '2025-03-31' }
  it.each([
    ['a clerk explains a warning of the own agency', 'passed', 'warning', clerk, undefined, 'explain'],
    ['also of a report that failed', 'failed', 'warning', clerk, undefined, 'explain'],
    ['not once it is approved', 'approved', 'warning', clerk, undefined, null],
    ['not of another agency', 'passed', 'warning', { ...clerk, agency: 'shuili' }, undefined, null],
    ['nor an error', 'failed', 'error', clerk, undefined, null],
    ['a reviewer waives an error of a report that failed', 'failed', 'error', reviewer, undefined, 'waive'],
    ['not of one handed in by themselves', 'failed', 'error', { ...reviewer, person: 'clerk-1' }, undefined, null],
    ['not twice', 'failed', 'error', reviewer, waiver, null],
    ['nor a warning', 'failed', 'warning', reviewer, undefined, null],
  ] as const)('%s', (_, status, severity, caller, waived, action) => {
    const detail = detailOf(status, severity, waived)
    expect(detail.findings.map((each) => actionOn(each, detail, caller))).toEqual([action])
  })
})

it('the difference and the advice on sums stand above the findings', async () => {
  const gone = { rule: 'table4-total', severity: 'error' as const, places: [], facts: { group: '行政复议', expected: 1, actual: 2 } }
  const detail = submissionDetail({
    submission: submissionOf({ verdict: 'pass' }),
    siteUrl: '',
    assessment: assessmentOf([], { disagreements: [{ rule: 'table4-total', name: '行政复议', difference: 1 }] }),
    comparison: { version: 1, difference: { mended: [gone], fresh: [], remaining: [] } },
    explanations: [],
  })
  const html = render(
    <>
      <Comparison detail={detail} />
      <SumsAdvice detail={detail} />
    </>,
  )
  expect(textIn(html, 'p')).toEqual([
    '与第1版相比:已改正1处,新出现0处,仍有0处。',
    '勾稽关系:不能由勾稽关系断定错在哪一格。不成立的有:表四“行政复议”总计多1',
  ])
  expect(textIn(html, 'li')).toEqual([expect.stringContaining('行政复议')])
  expect(await htmlFaults(html)).toEqual([])
})

describe('taking a report back', () => {
  it('is open to a clerk of the agency while it waits', () => {
    const caller = { person: 'c', role: 'clerk', agency: 'minzheng', scope: null } as const
    const open = STATUSES.filter((status) => mayRecall(caller, { agencyId: 'minzheng', status }))
    expect(open).toEqual(['passed'])
    expect(mayRecall({ ...caller, agency: 'shuili' }, { agencyId: 'minzheng', status: 'passed' })).toBe(false)
    expect(mayRecall({ ...caller, role: 'reviewer' }, { agencyId: 'minzheng', status: 'passed' })).toBe(false)
  })

  it('says what comes of it before it is asked for', async () => {
    const html = render(<RecallSection onRecall={async () => {}} />)
    expect(textIn(html, 'p')).toEqual([expect.stringContaining('收回后不再审核')])
    expect(textIn(html, 'button')).toEqual(['收回报告'])
    expect(await htmlFaults(html)).toEqual([])
  })
})

it.each(STATUSES)('the status %s is told in words, not by colour alone', (status) => {
  expect(textIn(render(<StatusBadge status={status} />), 'span')[0]).toContain(wordsOf(status).label)
  expect(wordsOf(status).meaning).not.toBe('')
})

it('no two statuses share their words', () => expect(new Set(STATUSES.map((status) => wordsOf(status).label)).size).toBe(STATUSES.length))

it('the rule book has every rule with its basis and example', async () => {
  const html = render(<RuleBook />)
  const items = textIn(html, 'li')
  expect(items).toHaveLength(RULES.length)
  for (const [index, { title, basis, example, fix }] of RULES.map(ruleEntry).entries())
    for (const part of [title, basis, example, fix]) expect(items[index]).toContain(part)
  expect(await htmlFaults(html)).toEqual([])
})

it('lists link to each submission and keep hostile names as text', async () => {
  const html = render(<SubmissionTable caption="x" submissions={[summaryOf(submissionOf({ id: 'S 1', fileName: '<script>' }), '')]} />)
  expect(elementsOf(html).filter(({ name }) => name === 'script')).toEqual([])
  expect(elementsOf(html).find(({ name }) => name === 'a')).toMatchObject({ text: '<script>', attributes: { href: '#/submissions/S%201' } })
  expect(await htmlFaults(html)).toEqual([])
})

it('a fault of ours stands beside the status in lists', async () => {
  const systemFault = { since: '2025-01-19T16:05:00Z', count: 2, retryAt: '2025-01-19T16:25:00Z' }
  const html = render(
    <SubmissionTable caption="x" submissions={[{}, { systemFault }].map((change) => summaryOf(submissionOf(change), ''))} />,
  )
  expect(textIn(html, 'tr').map((row) => row.includes('系统故障'))).toEqual([false, false, true])
  expect(await htmlFaults(html)).toEqual([])
})

it('the history tells who, when in Shanghai, and why', () => {
  const html = render(
    <HistoryList
      history={[
        { status: 'requested', at: '2025-01-19T16:05:00Z', by: '张三' },
        { status: 'parsed', at: '2025-01-19T16:06:00Z', by: 'parse-report' },
        { status: 'returned', at: '2025-01-20T01:00:00Z', by: '李四', note: '请补充' },
      ]}
    />,
  )
  expect(textIn(html, 'li')).toEqual([
    '2025-01-20 00:05 等待上传(张三)',
    '2025-01-20 00:06 读取完毕,正在核查(系统)',
    '2025-01-20 09:00 审核退回(李四)请补充',
  ])
})
