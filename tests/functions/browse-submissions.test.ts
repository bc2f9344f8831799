import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/browse-submissions/handler.ts'
import { assessments, reports } from '../../functions/stored/results.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { reportOf } from '../../shared/report/recognise-report.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, MINZHENG, OTHER_CLERK, place, REVIEWER, SHUILI, soundFile, startTown, unreadableFile } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  const shuili = { agencyId: SHUILI.id, agencyName: SHUILI.name }
  await place(ports, 'm1', 'superseded')
  await place(ports, 'm2', 'published', { page: '/minzheng/2024/v2/' })
  await place(ports, 'm3', 'passed')
  await place(ports, 'm2023', 'failed', { year: 2023 })
  await place(ports, 's1', 'passed', shuili)
  await place(ports, 's2', 'failed', shuili)
})

type Claims = Record<string, string>
const list = async (claims: Claims, query?: Claims) => {
  const { json } = await ask(createHandler(ports), ROUTES.listSubmissions, { claims, ...(query && { query }) })
  return json.submissions.map(({ id }) => id)
}
const open = (claims: Claims, id: string) => ask(createHandler(ports), ROUTES.showSubmission, { claims, id })

describe('browse-submissions lists', () => {
  it('to a clerk the own agency alone, whatever is asked for', async () => {
    expect(await list(CLERK, { year: '2024' })).toEqual(['m3', 'm2', 'm1'])
    expect(await list(CLERK, { year: '2023' })).toEqual(['m2023'])
    expect(await list(CLERK)).toEqual(['m3', 'm2', 'm1'])
    expect(await list(CLERK, { agency: SHUILI.id, status: 'passed' })).toEqual(['m3'])
    expect(await list({ sub: 'x', role: 'clerk' })).toEqual([])
  })

  it('to a reviewer what waits, any status, or any agency', async () => {
    expect(await list(REVIEWER)).toEqual(['m3', 's1'])
    expect(await list(REVIEWER, { status: 'failed' })).toEqual(['m2023', 's2'])
    expect(await list(REVIEWER, { agency: SHUILI.id, year: '2024' })).toEqual(['s2', 's1'])
  })

  it('nothing for a query that makes no sense', async () => {
    const handler = createHandler(ports)
    for (const query of [{ year: 'last' }, { status: 'lost' }])
      expect((await ask(handler, ROUTES.listSubmissions, { claims: REVIEWER, query })).problem).toMatchObject({ status: 400 })
  })

  it('nothing for a parameter that is misspelt, which is named', async () => {
    const { problem } = await ask(createHandler(ports), ROUTES.listSubmissions, { claims: REVIEWER, query: { yaer: '2024', year: '2024' } })
    expect(problem).toMatchObject({ status: 400, detail: '请求内容不符合要求。请求:没有名为“yaer”的参数' })
  })

  it('nothing for an id that no store could hold', async () => {
    const id = 'x'.repeat(513)
    for (const { problem } of [
      await open(REVIEWER, id),
      await ask(createHandler(ports), ROUTES.listSubmissions, { claims: REVIEWER, query: { agency: id } }),
    ])
      expect(problem).toMatchObject({ status: 400, detail: expect.stringMatching(/^请求内容不符合要求。(id|agency):\p{Script=Han}/u) })
  })
})

describe('browse-submissions shows', () => {
  it('findings in words, the history, and the page', async () => {
    const facts = { column: '自然人', expected: 101, actual: 100 }
    const finding: Finding = { rule: 'table3-balance', severity: 'error', places: [{ part: '表三 自然人列', section: 3 }], facts }
    await assessments.write(ports.uploads, 'm2', assessmentOf([finding]))
    const { status, json } = await open(CLERK, 'm2')
    expect(status).toBe(200)
    expect(json.pageUrl).toBe('https://site.example/minzheng/2024/v2/')
    expect(json.history).toHaveLength(1)
    expect(json.findings).toMatchObject([{ rule: 'table3-balance', expected: 101, message: expect.stringContaining('101') }])
  })

  it('no keys, hashes or versions of objects', async () => {
    const { json } = await open(REVIEWER, 'm3')
    expect(json).not.toHaveProperty('key')
    expect(json).not.toHaveProperty('declaredSha256')
    expect(json.findings).toEqual([])
  })

  it('nothing of another agency, just as of a submission that is none', async () => {
    const [other, none] = [await open(OTHER_CLERK, 'm2'), await open(OTHER_CLERK, 'nobody')]
    expect([other.status, none.status]).toEqual([404, 404])
    expect(other.problem).toEqual(none.problem)
    expect((await open(OTHER_CLERK, 's1')).status).toBe(200)
  })
})

describe('browse-submissions shows of a report', () => {
  const show = (claims: Claims, id: string) => ask(createHandler(ports), ROUTES.showReport, { claims, id })
  const store = async (id: string, file: Uint8Array) => {
    const report = reportOf(await readFile(file, ports.readTools))
    await reports.write(ports.uploads, id, report)
    return report
  }
  const publish = (year: number, submissionId: string) =>
    ports.publications.put(
      { agencyId: MINZHENG.id, agencyName: MINZHENG.name, year, version: 3, submissionId, title: '', page: '', publishedAt: '' },
      { at: '', over: undefined },
    )

  it('text and tables, and the tables of the year before that stand in public', async () => {
    const report = await store('m3', soundFile())
    const before = await store('m2023', soundFile(2023))
    expect((await show(CLERK, 'm3')).json.previous).toBeNull()
    await publish(2023, 'm2023')
    const { json } = await show(REVIEWER, 'm3')
    expect(json.title).toBe(report.title?.text)
    expect(json.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(json.sections[0]?.paragraphs).toEqual(report.sections[0]?.paragraphs.map(({ text }) => text))
    const values = ({ figures }: { figures: readonly (readonly { value: number | null }[])[] }) =>
      figures.map((row) => row.map(({ value }) => value))
    expect(values(json.tables.three)).toEqual(values(report.tables[3]))
    expect(json.previous).toMatchObject({ year: 2023, version: 3 })
    expect(values(json.previous?.tables.two ?? { figures: [] })).toEqual(values(before.tables[2]))
  })

  it('what stands in a cell without a number that can be told', async () => {
    const report = await store('m3', soundFile())
    const [first, ...rows] = report.tables[3].figures
    const cell = first?.[0]
    const figures = [[...(cell === undefined ? [] : [{ ...cell, value: null, text: '约12件' }]), ...(first?.slice(1) ?? [])], ...rows]
    await reports.write(ports.uploads, 'm3', { ...report, tables: { ...report.tables, 3: { ...report.tables[3], figures } } })
    expect((await show(REVIEWER, 'm3')).json.tables.three.figures[0]?.[0]).toEqual({ value: null, text: '约12件' })
  })

  it('what the file tells of people, in words', async () => {
    const report = await store('m3', soundFile())
    expect((await show(REVIEWER, 'm3')).json.traces).toEqual([])
    await reports.write(ports.uploads, 'm3', { ...report, traces: { people: ['张三'], organisations: [], comments: 2, commenters: [] } })
    expect((await show(REVIEWER, 'm3')).json.traces).toEqual(['文件中有2条批注,没有读取', '文件属性中写有作者或最后保存的人:张三'])
  })

  it('nothing where nothing was read, and nothing of another agency', async () => {
    await store('m3', unreadableFile())
    await store('m1', soundFile())
    for (const id of ['m3', 'm2', 'nobody']) expect((await show(CLERK, id)).status).toBe(404)
    expect((await show(OTHER_CLERK, 'm1')).status).toBe(404)
  })
})
