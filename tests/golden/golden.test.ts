import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../functions/node/inflate.ts'
import { judge } from '../../shared/assessment/judge.ts'
import { countBySeverity } from '../../shared/assessment/verdict.ts'
import { sha256Of } from '../../shared/document/content-hash.ts'
import { checkResult } from '../../shared/feedback/check-result.ts'
import { composeMail } from '../../shared/feedback/compose-mail.tsx'
import { renderReportPages } from '../../shared/publication/render-report-pages.tsx'
import { readFile } from '../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { reportOf } from '../../shared/report/recognise-report.ts'
import type { Received } from '../../shared/submission/submission.ts'
import { printJson } from './print-json.ts'

/** Writes what the code says now into the folders; read the difference like code. */
const RENEW = 'UPDATE_GOLDEN=1 npx vitest run tests/golden'
const UPDATE = process.env.UPDATE_GOLDEN === '1'

const HERE = import.meta.dirname
const CASES = readdirSync(HERE, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

const AT = '2025-01-20T01:30:00Z'
const MAILED = { pass: 'passed', fail: 'failed', unreadable: 'unreadable' } as const

/** The page is one long line, in which nobody sees what changed. */
const aTagALine = (html: string): string => html.replaceAll('><', '>\n<')

/** What becomes of a report, by the name of the file that holds it. */
const outcomeOf = async (name: string): Promise<Record<string, string>> => {
  const bytes = readFileSync(join(HERE, name, reportFile(name)))
  const reading = await readFile(bytes, { inflate, limits: READ_LIMITS })
  const report = reportOf(reading)
  const assessment = await judge(report, { context: {}, sha256: await sha256Of(bytes) })
  const { findings } = assessment
  // Which rules there are is another test's: a new one must not change every case.
  const { ruleSet: _, ...result } = checkResult(reportFile(name), report, assessment)
  const status = MAILED[result.verdict]
  const agency = { id: 'golden', name: report.agency ?? '示例市示例局', aliases: [], mail: [] }
  const submission: Received = {
    id: name,
    agencyId: agency.id,
    agencyName: agency.name,
    year: report.year ?? 2024,
    version: 1,
    status,
    since: AT,
    fileName: reportFile(name),
    key: `uploads/golden/${name}`,
    declaredSha256: '',
    submittedBy: 'clerk',
    history: [{ status, at: AT, by: 'validate-report' }],
    counts: countBySeverity(findings),
    title: result.title,
  }
  const page = renderReportPages({ report, submission, assessment, publishedAt: AT }).find(({ path }) => path.endsWith('.html'))
  return {
    'result.json': printJson(result),
    'mail.txt': composeMail({ submission, agency, findings, sums: assessment, portalUrl: 'https://portal.example/', status }).text,
    ...(result.verdict === 'pass' && { 'page.html': aTagALine(page?.content ?? '') }),
  }
}

const reportFile = (name: string): string => readdirSync(join(HERE, name)).find((file) => file.startsWith('report.')) ?? 'report.txt'

describe.each(CASES)('%s', (name) => {
  it('comes out as it did before', async () => {
    const outcome = await outcomeOf(name)
    if (UPDATE) for (const [file, content] of Object.entries(outcome)) writeFileSync(join(HERE, name, file), content)
    expect(readdirSync(join(HERE, name)).toSorted()).toEqual([...Object.keys(outcome), reportFile(name)].toSorted())
    for (const [file, content] of Object.entries(outcome))
      expect(content, `${file} is another; if that is meant: ${RENEW}`).toBe(readFileSync(join(HERE, name, file), 'utf8'))
  })
})

it('has cases of every verdict', () => {
  const verdicts = CASES.map((name): unknown => JSON.parse(readFileSync(join(HERE, name, 'result.json'), 'utf8')).verdict)
  expect(new Set(verdicts)).toEqual(new Set(['pass', 'fail', 'unreadable']))
})
