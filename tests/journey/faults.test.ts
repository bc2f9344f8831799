import { SESv2Client } from '@aws-sdk/client-sesv2'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { bringForward } from '../../functions/sweep-submissions/bring-forward.ts'
import { createHandler as createSweep } from '../../functions/sweep-submissions/handler.ts'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import { MAIL_LIMITS } from '../../shared/pipeline.ts'
import { tick } from '../functions/invoke.ts'
import { eventually } from './eventually.ts'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { askToUpload, detailOf, handIn, postForm, reaches } from './hand-in.ts'
import { mailsArrive, mailsTo, openMail } from './inbox.ts'
import { openUnit } from './people.ts'
import { type LocalRun, startRun } from './start-local-run.ts'
import { queuesAreEmpty } from './stored-state.ts'

let run: LocalRun
beforeAll(async () => {
  run = await startRun()
})
afterAll(() => run.end())

/** The next turn of sweep, as if it were some seconds later. */
const sweepIn = (seconds: number) => tick(createSweep({ ...run.core, clock: { now: () => new Date(Date.now() + seconds * 1000) } }))

it('while the mail service is down every mail is owed, and goes out once when it is up again', async () => {
  const { agency, clerk } = await openUnit(run, 'youju', '青禾市邮政管理局')
  const down = vi.spyOn(SESv2Client.prototype, 'send').mockImplementation(() => Promise.reject(new Error('the mail service is down')))
  onTestFinished(() => down.mockRestore())
  const { id } = await handIn(clerk, docxOf(soundReport(agency.name)))
  await reaches(clerk, id, 'passed')
  const { id: second } = await handIn(clerk, faultyFile(agency.name).file)
  await reaches(clerk, second, 'failed')
  await eventually(async () => expect(down.mock.calls.length).toBeGreaterThanOrEqual(2))
  await queuesAreEmpty(run) // No message waits for the mail service, and none is given up.
  expect(await mailsTo(run, agency)).toEqual([])

  down.mockRestore()
  await sweepIn(MAIL_LIMITS.retrySeconds + 60)
  const mails = await mailsArrive(run, agency, 2)
  expect(mails.map(({ subject }) => /核查通过|未通过/.exec(subject)?.[0]).toSorted()).toEqual(['未通过', '核查通过'])
  await sweepIn(3600)
  await queuesAreEmpty(run)
  expect(await mailsTo(run, agency)).toHaveLength(2)
})

it('a step that is given up is told as a fault of ours, once, and goes on when the cause is mended', async () => {
  const { agency, clerk } = await openUnit(run, 'qixiang', '青禾市气象局')
  const { file } = faultyFile(agency.name)
  const { submission, upload } = await askToUpload(clerk, file)
  const waiver: Waiver = {
    agencyId: agency.id,
    rule: 'fee-unit',
    place: '表二',
    reason: '历史原因',
    expires: '2025-01-01',
    grantedBy: 'li-si',
    grantedAt: '2024-12-01T00:00:00.000Z',
  }
  // An item that cannot be read: every attempt to check a report of this agency fails that has an error, for which waivers are asked for.
  await run.core.waivers.put({ ...waiver, reason: 7 as unknown as string })
  expect((await postForm(upload, file)).status).toBe(204)
  const { status } = await eventually(async () => {
    const detail = await detailOf(clerk, submission.id)
    expect(detail.systemFault).toBe(true)
    return detail
  })
  expect(status).toBe('parsed')
  const [told] = await mailsArrive(run, agency, 1)
  expect(told?.subject).toContain('系统故障:不是报告的问题,无须重新提交')
  if (told !== undefined) expect((await openMail(told)).html).toContain('请不要重新提交')

  await run.core.waivers.put(waiver)
  expect(await bringForward(run.core, new Date())).toBe(1)
  await sweepIn(1)
  expect(await reaches(clerk, submission.id, 'failed')).not.toHaveProperty('systemFault')
  const mails = await mailsArrive(run, agency, 2)
  expect(mails[1]?.subject).toContain('未通过')
})
