import { parse } from 'csv-parse/sync'
import { afterAll, expect, it } from 'vitest'
import { expectedFigures } from '../generator/expected-figures.ts'
import { reportOfYearBefore } from '../generator/report-of-year-before.ts'
import { elementsOf, textOf } from '../publication/html-text.ts'
import { headedFigures } from '../publication/table-grid.ts'
import { eventually } from './eventually.ts'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { askToUpload, detailOf, handIn, postForm, publish, reaches, requestFor, YEAR } from './hand-in.ts'
import { mailsArrive, openMail, textAt } from './inbox.ts'
import { answered, openReviewer, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'
import { listsAreWritten } from './stored-state.ts'

const run = await startRun()
afterAll(run.end)
const reviewer = await openReviewer(run)

/** Every address that a page links to, in full. */
const linksOf = async (address: string): Promise<string[]> =>
  elementsOf(await textAt(address)).flatMap(({ name, attributes: { href } }) =>
    name === 'a' && href !== undefined ? [new URL(href, address).href] : [],
  )

/** One request of a natural person more or less, in the total too. */
const moved = (row: readonly number[], by: number): number[] =>
  row.map((value, column) => (column === 0 || column === 6 ? value + by : value))

it('a sound report goes all the way from the upload to the public page', async () => {
  const { agency, clerk } = await openUnit(run, 'minzheng', '青禾市民政局')
  const report = soundReport(agency.name)
  const file = docxOf(report)

  const { submission, upload } = await askToUpload(clerk, file)
  expect(submission).toMatchObject({ status: 'requested', agencyName: agency.name, year: YEAR })
  expect(await mailsArrive(run, agency, 0)).toEqual([])
  expect((await postForm(upload, file)).status).toBe(204)

  const passed = await reaches(clerk, submission.id, 'passed')
  expect(passed).toMatchObject({ version: 1, verdict: 'pass', title: `${agency.name}${YEAR}年政府信息公开工作年度报告` })
  const [told] = await mailsArrive(run, agency, 1)
  expect(told?.subject).toContain('核查通过,等待审核')
  for (const receiver of agency.mail) expect(told?.to).toContain(receiver)

  const listed = answered(await reviewer.listSubmissions({ query: { status: 'passed' } }))
  expect(listed.submissions.map(({ id }) => id)).toContain(submission.id)
  const approved = await reviewer.reviewSubmission({ params: { id: submission.id }, body: { decision: 'approve' } })
  expect(approved).toMatchObject({ status: 200, json: { status: 'approved' } })

  const { pageUrl = '', history } = await reaches(clerk, submission.id, 'published')
  expect(history.map(({ status }) => status)).toEqual(['requested', 'uploaded', 'parsed', 'passed', 'approved', 'published'])
  expect(pageUrl).toBe(`${run.site}/${agency.id}/${YEAR}/v1/`)

  const expected = expectedFigures(report)
  const flat = ([2, 3, 4] as const).map((table) => expected[table]?.flat())
  const page = await textAt(pageUrl)
  const shown = headedFigures(page).map((figures) => figures.map(({ text }) => Number(text)))
  expect(shown.filter((figures) => figures.length > 0)).toEqual(flat)
  for (const { paragraphs } of report.sections) for (const paragraph of paragraphs) expect(textOf(page)).toContain(paragraph)

  const data = JSON.parse(await textAt(`${pageUrl}report.json`))
  expect(data).toMatchObject({ schema: 1, agencyId: agency.id, agency: agency.name, year: YEAR, version: 1, verdict: 'pass' })
  expect(data.tables).toEqual({ two: flat[0], three: expected[3], four: flat[2] })
  const rows: string[][] = parse(await textAt(`${pageUrl}tables.csv`), { bom: true, from_line: 2 })
  expect(rows.map((row) => Number(row[6]))).toEqual(flat.flat())

  const current = `${run.site}/${agency.id}/${YEAR}/`
  await listsAreWritten(run)
  for (const index of ['/', `/years/${YEAR}/`, `/${agency.id}/`].map((path) => run.site + path))
    expect(await linksOf(index), index).toEqual(expect.arrayContaining([index === `${run.site}/` ? `${run.site}/${agency.id}/` : current]))
  expect(await linksOf(current)).toContain(pageUrl)
  const [, published, ...more] = await mailsArrive(run, agency, 2)
  expect(published?.subject).toContain('已发布')
  expect(more).toEqual([])
  const mail = published && (await openMail(published))
  expect(mail?.text).toContain(pageUrl)
  expect(elementsOf(mail?.html ?? '').map(({ attributes }) => attributes.href)).toContain(pageUrl)
})

it('of a failing report every finding is mailed; the corrected one becomes version 2', async () => {
  const { agency, clerk } = await openUnit(run, 'shuili', '青禾市水利局')
  const { file, rules } = faultyFile(agency.name)
  const first = await handIn(clerk, file)
  const failed = await reaches(clerk, first.id, 'failed')
  expect(new Set(failed.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))).toEqual(new Set(rules))

  const [mail] = await mailsArrive(run, agency, 1)
  expect(mail?.subject).toContain('未通过')
  const { html = '', text = '' } = (mail && (await openMail(mail))) ?? {}
  for (const { message, where, fix, basis } of failed.findings)
    for (const words of [message, where, fix, basis]) {
      expect(text).toContain(words)
      expect(textOf(html)).toContain(words)
    }
  const refused = await reviewer.reviewSubmission({ params: { id: first.id }, body: { decision: 'approve' } })
  expect(refused).toMatchObject({ status: 409, problem: { detail: expect.stringContaining('核查未通过') } })

  const corrected = await publish(clerk, reviewer, docxOf(soundReport(agency.name)))
  expect(corrected).toMatchObject({ version: 2, pageUrl: `${run.site}/${agency.id}/${YEAR}/v2/` })
  expect((await detailOf(clerk, first.id)).status).toBe('failed')
  expect((await fetch(`${run.site}/${agency.id}/${YEAR}/v1/`)).status).toBe(404)
})

it('a later version takes the place of a published one, whose own page stays', async () => {
  const { agency, clerk } = await openUnit(run, 'jiaoyu', '青禾市教育局')
  const first = await publish(clerk, reviewer, docxOf(soundReport(agency.name, 1)))
  const firstData = await textAt(`${first.pageUrl}report.json`)
  const current = `${run.site}/${agency.id}/${YEAR}/`
  expect(await linksOf(current)).toContain(first.pageUrl)

  const second = await publish(clerk, reviewer, docxOf(soundReport(agency.name, 2)))
  await reaches(clerk, first.id, 'superseded')
  expect(await linksOf(current)).toContain(second.pageUrl)
  expect(await linksOf(current)).not.toContain(first.pageUrl)
  expect(await textAt(`${first.pageUrl}report.json`)).toBe(firstData)
  expect((await fetch(first.pageUrl)).status).toBe(200)
  expect((await detailOf(clerk, first.id)).pageUrl).toBe(first.pageUrl)
  await listsAreWritten(run)
  const { publications } = JSON.parse(await textAt(`${run.site}/publications.json`))
  expect(publications.filter(({ agencyId }: { agencyId: string }) => agencyId === agency.id)).toMatchObject([{ year: YEAR, version: 2 }])
})

it('a return is mailed with its reason, and needs one', async () => {
  const { agency, clerk } = await openUnit(run, 'caizheng', '青禾市财政局')
  const { id } = await handIn(clerk, docxOf(soundReport(agency.name)))
  await reaches(clerk, id, 'passed')
  const without = await reviewer.reviewSubmission({ params: { id }, body: { decision: 'return', reason: ' ' } })
  expect(without).toMatchObject({ status: 400, problem: { detail: expect.stringContaining('请写明理由') } })

  const reason = '第五部分与去年相同,请写明<今年>的问题 & 措施。'
  expect((await reviewer.reviewSubmission({ params: { id }, body: { decision: 'return', reason } })).status).toBe(200)
  expect(await detailOf(clerk, id)).toMatchObject({ status: 'returned', returnReason: reason })
  const [, mail] = await mailsArrive(run, agency, 2)
  expect(mail?.subject).toContain('审核退回')
  const { html = '', text = '' } = (mail && (await openMail(mail))) ?? {}
  expect(text).toContain(reason)
  expect(textOf(html)).toContain(reason)
  expect((await fetch(`${run.site}/${agency.id}/${YEAR}/v1/`)).status).toBe(404)
})

it('a waiting report is taken back by its clerk, and mailed', async () => {
  const { agency, clerk } = await openUnit(run, 'shangwu', '青禾市商务局')
  const { id } = await handIn(clerk, docxOf(soundReport(agency.name)))
  await reaches(clerk, id, 'passed')
  expect(await clerk.recallSubmission({ params: { id } })).toMatchObject({ status: 200, json: { status: 'recalled' } })
  const tooLate = await reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } })
  expect(tooLate).toMatchObject({ status: 409, problem: { detail: expect.stringContaining('已收回') } })
  const [, mail] = await mailsArrive(run, agency, 2)
  expect(mail?.subject).toContain('已收回:第1版不再审核')
})

it('a superseded version can be withdrawn: its data is out of public, and the current one stays', async () => {
  const { agency, clerk } = await openUnit(run, 'jiaotong', '青禾市交通运输局')
  const first = await publish(clerk, reviewer, docxOf(soundReport(agency.name, 1)))
  const second = await publish(clerk, reviewer, docxOf(soundReport(agency.name, 2)))
  await reaches(clerk, first.id, 'superseded')
  const reason = '其中有公民的联系方式。'
  expect((await reviewer.reviewSubmission({ params: { id: first.id }, body: { decision: 'withdraw', reason } })).status).toBe(200)
  await eventually(async () => expect(textOf(await textAt(first.pageUrl))).toContain(reason))
  await eventually(async () => expect(JSON.parse(await textAt(`${first.pageUrl}report.json`))).not.toHaveProperty('tables'))
  expect(await linksOf(`${run.site}/${agency.id}/${YEAR}/`)).toContain(second.pageUrl)
  const mails = await mailsArrive(run, agency, 5)
  expect(mails[4]?.subject).toContain('已撤下:第1版不再公开')
})

it('the same file again is answered with the earlier submission', async () => {
  const { agency, clerk } = await openUnit(run, 'nongye', '青禾市农业农村局')
  const file = docxOf(soundReport(agency.name))
  const first = await handIn(clerk, file)
  await reaches(clerk, first.id, 'passed')
  await mailsArrive(run, agency, 1)
  const again = await clerk.requestUpload({ body: requestFor(file, { fileName: '另一个名字.docx' }) })
  expect(again).toMatchObject({ status: 200, json: { unchanged: true, submission: { id: first.id, status: 'passed' } } })
  expect(again.json).not.toHaveProperty('upload')
  const { submissions } = answered(await clerk.listSubmissions({ query: { year: YEAR } }))
  expect(submissions).toHaveLength(1)
  expect(await mailsArrive(run, agency, 1)).toHaveLength(1)
})

it('two requests for the same file at once are one submission; after a recall it is a new one', async () => {
  const { agency, clerk } = await openUnit(run, 'linye', '青禾市林业和草原局')
  const file = docxOf(soundReport(agency.name))
  const asked = await Promise.all([1, 2, 3].map(() => askToUpload(clerk, file)))
  expect(new Set(asked.map(({ submission }) => submission.id)).size).toBe(1)
  for (const { upload } of asked) expect((await postForm(upload, file)).status).toBe(204)
  const id = asked[0]?.submission.id ?? ''
  await reaches(clerk, id, 'passed')
  expect(await mailsArrive(run, agency, 1)).toHaveLength(1)

  expect((await clerk.recallSubmission({ params: { id } })).status).toBe(200)
  const again = await handIn(clerk, file)
  expect(again.id).not.toBe(id)
  expect(await reaches(clerk, again.id, 'passed')).toMatchObject({ version: 2 })
  expect(answered(await clerk.listSubmissions({ query: { year: YEAR } })).submissions).toHaveLength(2)
})

it('what is carried over is held against the report published for the year before', async () => {
  const { agency, clerk } = await openUnit(run, 'tongji', '青禾市统计局')
  const report = soundReport(agency.name)
  const before = reportOfYearBefore(report, 5)
  const missed = { ...report, three: report.three.map((row, at) => (at < 2 ? moved(row, at === 0 ? -1 : 1) : row)) }
  await publish(clerk, reviewer, docxOf(before), { year: YEAR - 1 })

  const { id } = await handIn(clerk, docxOf(missed))
  const { findings } = await reaches(clerk, id, 'failed')
  const errors = findings.filter(({ severity }) => severity === 'error')
  const [carried] = missed.three[1] ?? []
  expect(errors).toMatchObject([
    { rule: 'carried-over-matches-previous', expected: before.three[24]?.[0], actual: carried, section: 3 },
    { rule: 'carried-over-matches-previous', expected: before.three[24]?.[6] },
  ])
  const mails = await mailsArrive(run, agency, 3)
  const mail = mails[2] && (await openMail(mails[2]))
  for (const { message } of errors) expect(mail?.text).toContain(message)

  const right = await handIn(clerk, docxOf(report))
  expect(await reaches(clerk, right.id, 'passed')).toMatchObject({ version: 2, verdict: 'pass' })
})

it('of a withdrawn report a notice with the reason stays, and no index lists it', async () => {
  const { agency, clerk } = await openUnit(run, 'wenlv', '青禾市文化和旅游局')
  const { id, pageUrl } = await publish(clerk, reviewer, docxOf(soundReport(agency.name)))
  const reason = '误发了内部稿,正式稿另行发布。'
  expect((await reviewer.reviewSubmission({ params: { id }, body: { decision: 'withdraw', reason } })).status).toBe(200)
  await eventually(async () => expect(textOf(await textAt(pageUrl))).toContain(reason))
  expect(headedFigures(await textAt(pageUrl)).flat()).toEqual([])
  await eventually(async () => expect(await textAt(`${run.site}/publications.json`)).not.toContain(`"${agency.id}"`))
  await listsAreWritten(run)
  expect(await linksOf(`${run.site}/`)).not.toContain(`${run.site}/${agency.id}/`)
})
