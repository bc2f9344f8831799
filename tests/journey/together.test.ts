import { afterAll, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { docxOf, soundReport } from './files.ts'
import { detailOf, handIn, publish, reaches, YEAR } from './hand-in.ts'
import { mailsArrive, textAt } from './inbox.ts'
import { openReviewer, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'
import { listsAreWritten, storedUploads } from './stored-state.ts'

const run = await startRun()
afterAll(run.end)
const reviewer = await openReviewer(run)

const NAMES = ['发展和改革', '工业和信息化', '自然资源', '城市管理', '退役军人事务', '医疗保障', '气象', '林业']

it('units that publish at the same time all stand in the lists, each with its own mails', async () => {
  const units = await Promise.all(NAMES.map((name, at) => openUnit(run, `unit-${at}`, `青禾市${name}局`)))
  await Promise.all(units.map(({ agency, clerk }) => publish(clerk, reviewer, docxOf(soundReport(agency.name)))))
  for (const { agency } of units) {
    const mails = await mailsArrive(run, agency, 2)
    for (const { subject } of mails) expect(subject).toContain(agency.name)
  }
  const listed = async () =>
    JSON.parse(await textAt(`${run.site}/publications.json`)).publications.map(({ agencyName }: { agencyName: string }) => agencyName)
  await listsAreWritten(run)
  expect((await listed()).toSorted()).toEqual(units.map(({ agency }) => agency.name).toSorted())
  for (const path of ['/', `/years/${YEAR}/`]) {
    const page = await textAt(run.site + path)
    for (const { agency } of units) expect(page).toContain(agency.name)
  }
})

it('files that one unit hands in at the same time become versions of their own; the highest one is reviewed, and takes the place of the others', async () => {
  const { agency, clerk } = await openUnit(run, 'xinfang', '青禾市信访局')
  const files = [1, 2, 3, 4].map((seed) => docxOf(soundReport(agency.name, seed)))
  const handedIn = await Promise.all(files.map((file) => handIn(clerk, file)))
  const submissions = await eventually(async () => {
    const details = await Promise.all(handedIn.map(({ id }) => detailOf(clerk, id)))
    for (const { version } of details) expect(version).toBeTypeOf('number')
    return details
  })
  expect(submissions.map(({ version }) => version).toSorted()).toEqual([1, 2, 3, 4])
  expect(Object.keys(await storedUploads(run)).filter((key) => key.startsWith(`uploads/${agency.id}/`))).toHaveLength(4)
  for (const { id, version } of submissions) await reaches(clerk, id, version === 4 ? 'passed' : 'replaced')

  const approvals = submissions.map(({ id }) => reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } }))
  expect((await Promise.all(approvals)).map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
  for (const { id, version } of submissions) {
    if (version !== 4) continue
    const { pageUrl = '' } = await reaches(clerk, id, 'published')
    expect(pageUrl).toBe(`${run.site}/${agency.id}/${YEAR}/v${version}/`)
    expect(JSON.parse(await textAt(`${pageUrl}report.json`))).toMatchObject({ version, verdict: 'pass' })
  }
  expect(await textAt(`${run.site}/${agency.id}/${YEAR}/`)).toContain('现行版本是第4版')
  expect(await mailsArrive(run, agency, 5)).toHaveLength(5)
})
