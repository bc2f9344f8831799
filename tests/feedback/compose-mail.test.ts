import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/assessment/check-report.ts'
import type { Explanation } from '../../shared/assessment/explanation.ts'
import { disagreements, repairHints } from '../../shared/assessment/repair-hint.ts'
import { composeMail } from '../../shared/feedback/compose-mail.tsx'
import { TELLS_FINDINGS } from '../../shared/feedback/mail-content.ts'
import { sumsAdvice, tellRepairs } from '../../shared/feedback/repair-words.ts'
import { tellFinding } from '../../shared/feedback/told-finding.ts'
import type { Finding, Severity } from '../../shared/findings/finding.ts'
import { findingKey } from '../../shared/findings/finding-key.ts'
import { SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'
import type { CellChange } from '../../shared/rule-kit/changed-report.ts'
import { MAILED_STATUSES, type MailedStatus } from '../../shared/submission/lifecycle.ts'
import { htmlFaults, MAIL_WAY } from '../publication/html-faults.ts'
import { elementsOf, textOf } from '../publication/html-text.ts'
import { submissionOf } from '../publication/report-by-hand.ts'
import { soundReport } from '../reports/sound-report.ts'

const place = (row: number) => ({
  part: `表三 第${row + 1}行 自然人列`,
  section: 3 as const,
  cell: { table: 3 as const, row, column: 0 },
  source: { page: 2, table: 3, row: row + 4, cell: 2 },
})
const balance = (severity: Severity, column: string, actual: number): Finding => ({
  rule: 'table3-balance',
  severity,
  places: [place(0), place(1), place(23), place(24)],
  facts: { column, expected: 120, actual },
})
const findings = [
  balance('notice', '总计', 113),
  balance('error', '自然人', 111),
  balance('warning', '商业企业', 112),
  balance('error', '其他', 114),
]
const unreadable: Finding = {
  rule: 'file-readable',
  severity: 'error',
  places: [{ part: '文件', section: null }],
  facts: { reason: 'encrypted', limit: '' },
}

const agency = { id: 'minzheng', name: '云川市民政局', aliases: [], mail: ['a@example.test'] }
const pageUrl = 'https://nianbao.test/minzheng/2024/v2/'
const portalUrl = 'https://tianbao.test/'

const mailOf = (status: MailedStatus, found: Finding[] = findings, change: Parameters<typeof submissionOf>[0] = {}) =>
  composeMail({ submission: submissionOf({ status, ...change }), agency, findings: found, pageUrl, portalUrl, status })

const squeeze = (text: string): string => text.replace(/\s+/g, '')
const headline = (html: string): string => elementsOf(html).find(({ name }) => name === 'h1')?.text ?? ''

describe.each(MAILED_STATUSES)('the mail of %s', (status) => {
  const found = status === 'unreadable' ? [unreadable] : findings
  const { subject, html, text } = mailOf(status, found)

  const tellsFindings = () => {
    for (const body of [squeeze(textOf(html)), squeeze(text)])
      for (const finding of found) {
        const { message, fix, basis, where, expected, actual, severity } = tellFinding(finding)
        for (const part of [message, fix, basis, where]) expect(body).toContain(squeeze(part))
        expect(body).toContain(SEVERITY_WORDS[severity].demand)
        if (expected !== null) expect(body).toContain(`应为${expected},实为${actual}`)
      }
  }
  const tellsOfNone = () => {
    for (const body of [squeeze(textOf(html)), squeeze(text)])
      for (const finding of found) expect(body).not.toContain(squeeze(tellFinding(finding).message))
  }
  if (TELLS_FINDINGS.includes(status))
    it('tells every finding in HTML and in plain text: number, severity, sentence, place, figures, fix, basis', tellsFindings)
  else it('tells of no finding, as nothing is to be done about any', tellsOfNone)

  it('says the same in both', () => {
    const inHtml = squeeze(textOf(html))
    for (const line of text.split('\n')) {
      const [, value = line] = /^\s*(?:\d+\. 【.*?】|[^::]{2,5}:)?(.*)$/.exec(line) ?? []
      expect(inHtml).toContain(squeeze(value))
    }
  })

  it('begins with its verdict, which stands in the subject too', () => {
    const first = text.split('\n')[0] ?? ''
    expect(headline(html)).toBe(first)
    expect(subject).toBe(`【政府信息公开年报】云川市民政局2024年:${first}`)
  })

  it('is well-formed', async () => expect(await htmlFaults(html, MAIL_WAY)).toEqual([]))

  it('leads to the submission in the portal, and loads nothing', () => {
    const { id } = submissionOf({ status })
    const link = `https://tianbao.test/#/submissions/${id}`
    expect(elementsOf(html).filter(({ name, attributes }) => name === 'a' && attributes.href === link).length).toBeGreaterThan(0)
    expect(text).toContain(link)
    expect(html).not.toMatch(/<img|<script|<link|src=|url\(/)
  })
})

it('counts in the first line what has to be done', () => {
  expect(headline(mailOf('failed').html)).toBe('未通过:2处必须改正,1处请核对,1处供参考')
  expect(headline(mailOf('passed', []).html)).toBe('核查通过,等待审核:没有发现问题')
  expect(headline(mailOf('passed', [balance('warning', '其他', 1)]).html)).toBe('核查通过,等待审核:1处请核对')
})

describe('what is left to do after a pass', () => {
  const warning = balance('warning', '其他', 1)
  const passed = (explanations?: Explanation[]) =>
    composeMail({ submission: submissionOf({ status: 'passed' }), agency, findings: [warning], explanations, portalUrl, status: 'passed' })
      .text

  it('is said while a warning is not explained', () => {
    const text = passed([])
    expect(text.split('\n')[2]).toMatch(/^云川市民政局:还有1处“请核对”没有说明/)
    expect(text).not.toContain('不需要任何操作')
  })

  it('is nothing where all are explained, or there are none', () => {
    const explained = { key: findingKey(warning), text: '台账如此', by: 'c', at: '2025-01-20T00:00:00Z' }
    expect(passed([explained])).toContain('现在不需要任何操作。')
    expect(mailOf('passed', []).text).toContain('现在不需要任何操作。')
  })
})

it('says what to do before all else', () => {
  const lines = mailOf('failed').text.split('\n').filter(Boolean)
  expect(lines[1]).toMatch(/^云川市民政局:请按下列各条改正原文件/)
})

it('numbers the findings, errors first', () => {
  const lines = mailOf('failed').text.split('\n')
  const numbered = lines.flatMap((line) => /^(\d+)\. 【(.*?)】表三“(.*?)”/.exec(line)?.slice(1).join(' ') ?? [])
  expect(numbered).toEqual(['1 必须改正 自然人', '2 必须改正 其他', '3 请核对 商业企业', '4 供参考 总计'])
})

describe('the advice on sums', () => {
  const told = (cells: Parameters<typeof soundReport>[0]) => {
    const report = soundReport(cells)
    const sums = { repairs: repairHints(report), disagreements: disagreements(report) }
    const { html, text } = composeMail({
      submission: submissionOf({ status: 'failed' }),
      agency,
      findings,
      sums,
      portalUrl,
      status: 'failed',
    })
    const line = text.split('\n').find((each) => each.startsWith('勾稽关系:')) ?? ''
    expect(squeeze(textOf(html))).toContain(squeeze(line.replace('勾稽关系:', '')))
    return line
  }

  it('names the one cell that mends them', () => {
    expect(told({ cells: [{ table: 3, row: 2, column: 0, text: '8' }] })).toBe(
      '勾稽关系:把表三 第3行“(一)予以公开” 自然人列由8改为9,不成立的勾稽关系即可全部成立;请先与台账核对',
    )
    expect(told({ cells: [{ table: 3, row: 2, column: 0, text: '-' }] })).toContain('填写9(现为“-”)')
    expect(told({ cells: [{ table: 4, row: 0, column: 4, text: '' }] })).toContain('在表四 行政复议 总计填写2(现为空白)')
  })

  it('else says which disagree, and by how much', () => {
    expect(told({ cells: [{ table: 4, row: 0, column: 4, text: '3' }] })).toBe(
      '勾稽关系:不能由勾稽关系断定错在哪一格。不成立的有:表四“行政复议”总计多1',
    )
    const many = Array.from({ length: 7 }, (_, column) => ({ table: 3 as const, row: 24, column, text: '50' }))
    expect(told({ cells: [...many, { table: 3, row: 5, column: 1, text: '4' }] })).toMatch(/列后两项之和多\d+;.*等共10项$/)
  })

  it('is left out where all hold', () => expect(told({})).toBe(''))
})

it('gives every finding that a hint explains the advice of the hint, in the mail and as JSON', () => {
  const slip = [{ table: 3 as const, row: 2, column: 0, text: '8' }]
  const cases = [
    { cells: slip, advised: ['table3-row-total', 'table3-disposition-total'], says: '把表三 第3行“(一)予以公开” 自然人列由8改为9' },
    { cells: [{ ...slip[0], text: '-' }], advised: ['cell-is-count'], says: '在表三 第3行“(一)予以公开” 自然人列填写9(现为“-”)' },
    {
      cells: [...slip, { table: 3 as const, row: 5, column: 1, text: '3' }],
      advised: ['table3-row-total', 'table3-row-total', 'table3-disposition-total', 'table3-disposition-total'],
      says: '把表三 第3行“(一)予以公开” 自然人列由8改为9,把表三 第6行“2.其他法律行政法规禁止公开” 商业企业列由3改为0',
    },
  ] as const
  for (const { cells, advised, says } of cases) {
    const report = soundReport({ cells: cells as readonly CellChange[] })
    const sums = { repairs: repairHints(report), disagreements: disagreements(report) }
    const found = checkReport(report, {}).filter(({ severity }) => severity === 'error')
    const { text } = composeMail({
      submission: submissionOf({ status: 'failed' }),
      agency,
      findings: found,
      sums,
      portalUrl,
      status: 'failed',
    })
    expect(found.map(({ rule }) => rule)).toEqual(advised)
    const fixes = text.split('\n').filter((line) => line.includes('怎么改:'))
    expect(fixes).toHaveLength(advised.length)
    for (const fix of fixes) expect(fix).toContain(says)
    const told = tellRepairs(sums)
    expect(new Set(found.map((finding) => tellFinding(finding, told).fix))).toEqual(new Set([told[0]?.message]))
  }
})

it('leaves the advice of findings that a hint does not explain', () => {
  const cells = [
    { table: 3 as const, row: 2, column: 0, text: '8' },
    { table: 4 as const, row: 0, column: 4, text: '3' },
  ]
  const report = soundReport({ cells })
  const told = tellRepairs({ repairs: repairHints(report), disagreements: disagreements(report) })
  const found = checkReport(report, {})
  const group = found.find(({ rule }) => rule === 'table4-total')
  expect(group && tellFinding(group, told).fix).toBe('核对“行政复议”的四种结果:各项无误的,总计应为2')
  expect(sumsAdvice({ repairs: told, disagreements: disagreements(report) })).toBe(
    '把表三 第3行“(一)予以公开” 自然人列由8改为9,与它有关的勾稽关系即可成立;请先与台账核对。另有不能由勾稽关系断定错在哪一格的:表四“行政复议”总计多1',
  )
})

describe('a mail of very many findings', () => {
  const many = (count: number): Finding[] => [
    ...Array.from({ length: count - 1 }, (_, index) => balance('warning', `第${index}列`, index)),
    balance('error', '自然人', 111),
  ]

  it('spells out 50, errors first, and counts the rest', () => {
    const { html, text } = mailOf('failed', many(4_000))
    for (const body of [squeeze(textOf(html)), squeeze(text)]) {
      expect(body).toContain('另有3950条意见没有逐条列出(3950处请核对),请在填报系统中查看。')
      expect(body).toContain('1.')
      expect(body.match(/应为120,实为/g)).toHaveLength(50)
      expect(body).toContain('实为111')
    }
    expect(textOf(html)).toContain('核查意见(共4000条)')
    expect(new TextEncoder().encode(html + text).length).toBeLessThan(250_000)
  })

  it('says nothing of others where there are 50', () => {
    const { html, text } = mailOf('failed', many(50))
    expect(text.match(/应为 120,实为/g)).toHaveLength(50)
    expect(html + text).not.toContain('没有逐条列出')
  })

  it('names no more than 50 that were mended', () => {
    const comparison = { version: 1, difference: { mended: many(60), fresh: [], remaining: [] } }
    const submission = submissionOf({ status: 'passed' })
    const { html, text } = composeMail({ submission, agency, findings: [], comparison, portalUrl, status: 'passed' })
    expect(text).toContain('已改正(共60处)')
    expect(text.match(/^- /gm)).toHaveLength(50)
    expect(elementsOf(html).filter(({ name }) => name === 'li')).toHaveLength(50)
  })

  it('cuts what a finding quotes at length', () => {
    const [long, longest] = ['长'.repeat(100_000), '列'.repeat(200)]
    expect(mailOf('failed', [balance('error', long, 1)]).html.length).toBeLessThan(20_000)
    expect(mailOf('failed', [balance('error', longest, 1)]).text).toContain(longest)
  })
})

it('names the other places of a finding', () => {
  expect(mailOf('failed').text).toContain('相关位置:表三 第2行 自然人列;表三 第24行 自然人列;表三 第25行 自然人列')
})

it('gives the reason of the reviewer when it is returned, and then only', () => {
  const returnReason = '第五部分过于笼统。\n请补充。'
  expect(squeeze(textOf(mailOf('returned', [], { returnReason }).html))).toContain('审核意见第五部分过于笼统。请补充。')
  expect(mailOf('returned', [], { returnReason }).text).toContain(`审核意见:${returnReason}`)
  expect(mailOf('failed', findings, { returnReason }).text).not.toContain('第五部分')
})

it('gives the permanent address when it is published, and then only', () => {
  expect(mailOf('published').text).toContain(`公开页面:${pageUrl}`)
  expect(elementsOf(mailOf('published').html).map(({ attributes }) => attributes.href)).toContain(pageUrl)
  expect(mailOf('passed').html).not.toContain(pageUrl)
})

it('says of an unreadable file why, and what to do', () => {
  const { subject, text } = mailOf('unreadable', [unreadable])
  expect(subject).toContain('无法读取:文件设有密码,无法打开')
  expect(text).toContain('怎么改:请取消文件的打开密码')
})

it('dates the mail in Asia/Shanghai, by the step that it tells of', () => {
  const history = [
    { status: 'passed' as const, at: '2025-01-19T16:05:00Z', by: 'validate-report' },
    { status: 'approved' as const, at: '2025-01-25T01:00:00Z', by: 'r' },
  ]
  expect(mailOf('passed', [], { status: 'approved', since: '2025-01-25T01:00:00Z', history }).text).toContain('2025-01-20 00:05(北京时间)')
})

it('keeps hostile text as text', () => {
  const hostile = `</td><script>alert(1)</script><a href="javascript:x">`
  const change = { title: hostile, fileName: hostile, returnReason: hostile, id: hostile }
  const submission = submissionOf({ status: 'returned', ...change })
  const { html, text, subject } = composeMail({
    submission,
    agency: { ...agency, name: `${hostile}\r\nBcc: x@example.test` },
    findings: [balance('error', hostile, 1)],
    portalUrl,
    status: 'returned',
  })
  const elements = elementsOf(html)
  expect(elements.filter(({ name, attributes }) => name === 'script' || attributes.href?.startsWith('javascript'))).toEqual([])
  expect(textOf(html)).toContain(hostile)
  expect(text).toContain(hostile)
  expect(subject).not.toMatch(/[\r\n]/)
})
