import { readdir } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { startServices } from '../../local/services.ts'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { askToUpload, detailOf, handIn, postForm, publish, reaches, YEAR } from './hand-in.ts'
import { mailsArrive, mailsTo, openMail, textAt } from './inbox.ts'
import { openReviewer, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'
import { listsAreWritten, queuesAreEmpty } from './stored-state.ts'

it('a run that stops between upload and mail goes on when it is started again, and mails once', async () => {
  const first = await startRun()
  const { agency, clerk } = await openUnit(first, 'shichang', '青禾市市场监督管理局')
  const file = docxOf(soundReport(agency.name))
  const { submission, upload } = await askToUpload(clerk, file)
  await first.stop()
  // The services alone take the upload, so that no function can have been quicker than the stop.
  const stopServices = await startServices(first.folder, first.ports)
  expect((await postForm(upload, file)).status).toBe(204)
  await stopServices()
  expect(await readdir(`${first.folder}/mail`)).toEqual([])

  const second = await startRun(first)
  onTestFinished(second.end)
  await reaches(clerk, submission.id, 'passed')
  const [mail] = await mailsArrive(second, agency, 1)
  expect(mail?.subject).toContain('核查通过')
  await queuesAreEmpty(second)
  expect(await mailsTo(second, agency)).toHaveLength(1)
})

it('an approval that was not carried out yet is carried out after the restart', async () => {
  const first = await startRun()
  const { agency, clerk } = await openUnit(first, 'weijian', '青禾市卫生健康委员会')
  const { id } = await handIn(clerk, docxOf(soundReport(agency.name)))
  await reaches(clerk, id, 'passed')
  await mailsArrive(first, agency, 1)
  await first.core.submissions.advance(
    id,
    'passed',
    'approved',
    { at: new Date().toISOString(), by: 'reviewer' },
    { reviewedBy: 'reviewer' },
  )
  await first.stop()

  const second = await startRun(first)
  onTestFinished(second.end)
  const { pageUrl = '' } = await reaches(clerk, id, 'published')
  expect((await fetch(pageUrl)).status).toBe(200)
  expect((await mailsArrive(second, agency, 2)).map(({ subject }) => /核查通过|已发布/.exec(subject)?.[0])).toEqual(['核查通过', '已发布'])
})

it('what was published, mailed and registered answers again after a restart, at the same addresses', async () => {
  const first = await startRun()
  const reviewer = await openReviewer(first)
  const { agency, clerk } = await openUnit(first, 'huanjing', '青禾市生态环境局')
  const failed = await handIn(clerk, faultyFile(agency.name).file)
  await reaches(clerk, failed.id, 'failed')
  const { id, pageUrl } = await publish(clerk, reviewer, docxOf(soundReport(agency.name)))
  const mails = await mailsArrive(first, agency, 3)
  await listsAreWritten(first)
  const addresses = [pageUrl, `${pageUrl}report.json`, `${pageUrl}tables.csv`, `${first.site}/`, `${first.site}/${agency.id}/${YEAR}/`]
  const before = await Promise.all([...addresses, ...mails.map(({ address }) => address)].map(textAt))
  const detail = await detailOf(clerk, id)
  await first.stop()
  await expect(fetch(pageUrl)).rejects.toThrow()

  const second = await startRun(first)
  onTestFinished(second.end)
  await queuesAreEmpty(second)
  expect(await mailsTo(second, agency)).toEqual(mails)
  expect(await Promise.all([...addresses, ...mails.map(({ address }) => address)].map(textAt))).toEqual(before)
  expect(await detailOf(clerk, id)).toEqual(detail)
  expect((await openMail(mails[0] ?? { subject: '', to: '', address: '' })).text).toContain('未通过')

  const next = await publish(clerk, reviewer, docxOf(soundReport(agency.name, 2)))
  expect(next).toMatchObject({ version: 3, pageUrl: `${first.site}/${agency.id}/${YEAR}/v3/` })
  await reaches(clerk, id, 'superseded')
})
