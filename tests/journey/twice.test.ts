import { afterAll, expect, it } from 'vitest'
import { queueUrlOf, settingsOf } from '../../local/core-ports.ts'
import { sqsEventSource } from '../../local/embedded/sqs-event-source.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { STEP_QUEUES } from '../../shared/pipeline.ts'
import { objectEvent } from '../functions/invoke.ts'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { askToUpload, detailOf, handIn, postForm, reaches, sha256, YEAR } from './hand-in.ts'
import { mailsTo, textAt } from './inbox.ts'
import { openReviewer, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'
import { queuesAreEmpty } from './stored-state.ts'

const run = await startRun()
afterAll(run.end)
const reviewer = await openReviewer(run)
const events = sqsEventSource(settingsOf(run.ports, await openServiceKey(run.folder)))

const announceEverywhere = async (submission: string): Promise<void> => {
  for (const queue of [...STEP_QUEUES, ...STEP_QUEUES]) await run.core.queue.send(submission, queue)
}

/** The upload's event once more, as S3 may send it. */
const sendArrival = async (id: string): Promise<void> => {
  const { key, file } = (await run.core.submissions.load(id)) ?? {}
  await events.send(queueUrlOf(run.ports, 'parse-report'), JSON.stringify(objectEvent(key ?? '', file?.objectVersion ?? '')))
}

it('whatever is delivered again, there is one mail a status and one page', async () => {
  const { agency, clerk } = await openUnit(run, 'renshe', '青禾市人力资源和社会保障局')
  const { id } = await handIn(clerk, docxOf(soundReport(agency.name)))
  await announceEverywhere(id)
  await reaches(clerk, id, 'passed')
  await sendArrival(id)
  await sendArrival(id)
  await announceEverywhere(id)
  const decisions = await Promise.all([1, 2].map(() => reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } })))
  expect(decisions.map(({ status }) => status)).toEqual([200, 200])
  const { pageUrl = '' } = await reaches(clerk, id, 'published')
  const page = await textAt(pageUrl)
  await sendArrival(id)
  await announceEverywhere(id)
  await queuesAreEmpty(run)

  const mails = await mailsTo(run, agency)
  expect(mails.map(({ subject }) => /核查通过|已发布/.exec(subject)?.[0])).toEqual(['核查通过', '已发布'])
  expect(await textAt(pageUrl)).toBe(page)
  expect(await run.core.site.list(`${agency.id}/`)).toEqual(
    ['2024/index.html', '2024/v1/index.html', '2024/v1/report.json', '2024/v1/tables.csv', 'index.html'].map(
      (key) => `${agency.id}/${key}`,
    ),
  )
  const { history } = await detailOf(clerk, id)
  expect(history.map(({ status }) => status)).toEqual(['requested', 'uploaded', 'parsed', 'passed', 'approved', 'published'])
})

it('a second upload to the same key is kept as a later version, noted and ignored', async () => {
  const { agency, clerk } = await openUnit(run, 'zhujian', '青禾市住房和城乡建设局')
  const file = docxOf(soundReport(agency.name))
  const { submission, upload } = await askToUpload(clerk, file)
  expect((await postForm(upload, file)).status).toBe(204)
  await reaches(clerk, submission.id, 'passed')

  const other = faultyFile(agency.name).file
  const [key, contentType] = [upload.fields.key ?? '', upload.fields['Content-Type'] ?? '']
  const again = await run.core.uploadSigner.sign({ key, contentType, maxBytes: other.length, sha256: sha256(other), expiresInSeconds: 60 })
  expect((await postForm(again, other)).status).toBe(204)
  await queuesAreEmpty(run)

  const { status, verdict, history } = await detailOf(clerk, submission.id)
  expect({ status, verdict }).toEqual({ status: 'passed', verdict: 'pass' })
  expect(history.filter(({ note }) => note?.includes('又收到一次上传,未采用'))).toHaveLength(1)
  const newest = await run.core.uploads.read(key)
  expect(newest && sha256(newest)).toBe(sha256(other))
  const checked = await run.core.uploads.read(key, (await run.core.submissions.load(submission.id))?.file?.objectVersion)
  expect(checked && sha256(checked)).toBe(sha256(file))

  await reviewer.reviewSubmission({ params: { id: submission.id }, body: { decision: 'approve' } })
  const { pageUrl } = await reaches(clerk, submission.id, 'published')
  expect(JSON.parse(await textAt(`${pageUrl}report.json`))).toMatchObject({ verdict: 'pass', year: YEAR })
  await queuesAreEmpty(run)
  expect(await mailsTo(run, agency)).toHaveLength(2)
})
