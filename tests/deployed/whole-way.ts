import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { openTable } from '../../functions/aws/table.ts'
import { type FunctionName, functionSpec } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { plantError } from '../generator/plant/plant-error.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import type { Claims, Cloud, Deployment } from './deployment.ts'
import { answered, askToUpload, handIn, post, requestUpload, statusOf } from './hand-in.ts'

const REVIEWER: Claims = { sub: 'li-si', role: 'reviewer' }
const YEAR = 2024
const LONG_AGO = '2025-01-01T00:00:00.000Z'

type Run = {
  readonly deployment: Deployment
  readonly cloud: Cloud
  readonly core: Pick<Ports, 'submissions'>
  readonly say: (step: string) => void
}

const written = (report: SampleReport, variants = {}) => writeSample(report, { format: 'docx', layout: 'official', variants })

const sound = (agency: string, seed: number) => sampleReport({ seed, agency, year: YEAR, bustle: 'ordinary' })

/** With a title of its own for a section, which is a warning. */
const warned = (report: SampleReport): SampleReport => ({
  ...report,
  sections: report.sections.map((section, index) => (index === 0 ? { ...section, heading: '一、工作总体情况概述' } : section)),
})

const docx = (agency: string, seed: number) => written(sound(agency, seed))

/** With errors, and a warning beside them. */
const faulty = (agency: string, seed: number) => {
  const { report, variants } = plantError(sound(agency, seed), 'table3-slip', seed)
  return written(warned(report), variants)
}

/** Lets a submission have stood for long, and what is owed for it be due. */
const age = async ({ cloud }: Run, id: string): Promise<void> => {
  const { client, TableName } = openTable(cloud.names.table, cloud.settings)
  const change = { TableName, Key: { pk: `submission#${id}`, sk: 'submission' }, ExpressionAttributeValues: { ':then': LONG_AGO } }
  await client.send(new UpdateCommand({ ...change, UpdateExpression: 'SET since = :then' }))
  const owing = new UpdateCommand({ ...change, UpdateExpression: 'SET due = :then', ConditionExpression: 'attribute_exists(due)' })
  await client.send(owing).catch((error: Error) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error
  })
  client.destroy()
}

/** Lets a submission be as builds before left it: what became of its mails stood elsewhere. */
const forgetMails = async ({ cloud }: Run, id: string): Promise<void> => {
  const { client, TableName } = openTable(cloud.names.table, cloud.settings)
  const Key = { pk: `submission#${id}`, sk: 'submission' }
  await client.send(new UpdateCommand({ TableName, Key, UpdateExpression: 'REMOVE mails, owed, due' }))
  client.destroy()
}

/** Everything that the service does, once: what each function may do it has done when this ends. */
export const goTheWholeWay = async (run: Run): Promise<void> => {
  const { deployment, core, say } = run
  const reviewer = deployment.as(REVIEWER)
  const clerkOf = (agency: string) => deployment.as({ sub: `clerk-of-${agency}`, role: 'clerk', agency })
  const reach = (id: string, status: Status) => deployment.settle(() => statusOf(core, id, status))
  const review = (id: string, decision: 'approve' | 'return' | 'withdraw') =>
    reviewer.reviewSubmission({ params: { id }, body: decision === 'approve' ? { decision } : { decision, reason: '请补充说明' } })

  const rolledUp = async () =>
    answered(await reviewer.rollUp({ params: { id: 'qinghe' }, query: { year: YEAR } })).reports.map(({ agencyName }) => agencyName)

  const rows = [
    ['编号', '名称', '上级', '类别', '邮箱'],
    ['qinghe', '青禾市人民政府', '', '设区的市政府', 'a@qinghe.example'],
    ['shuili', '青禾市水利局', 'qinghe', '部门', 'a@shuili.example'],
    ['minzheng', '青禾市民政局', 'qinghe', '部门', 'a@minzheng.example'],
  ]
  assert.equal(answered(await reviewer.importAgencies({ body: { rows } })).imported, 3)
  assert.equal(answered(await reviewer.listAgencies({})).agencies.length, 3)
  say('a list of agencies was imported')

  const shuili = clerkOf('shuili')
  const failing = await handIn(shuili, faulty('青禾市水利局', 3), YEAR)
  await reach(failing, 'failed')
  const { findings } = answered(await shuili.showSubmission({ params: { id: failing } }))
  const place = findings.find(({ severity }) => severity === 'error')
  assert.ok(place?.place)
  answered(
    await reviewer.grantWaiver({
      params: { id: 'shuili' },
      body: { rule: place.rule, place: place.place, reason: '口径不同', expires: '2099-12-31' },
    }),
  )
  const warning = findings.find(({ severity }) => severity === 'warning')
  assert.ok(warning)
  answered(await shuili.explainFinding({ params: { id: failing }, body: { key: warning.key, text: '情况属实' } }))
  answered(await reviewer.takeBackWaiver({ params: { id: 'shuili' }, body: { rule: place.rule, place: place.place } }))
  assert.deepEqual(
    answered(await reviewer.listWaivers({ params: { id: 'shuili' } })).waivers.map(({ inForce }) => inForce),
    [false],
  )
  const file = await fetch(answered(await reviewer.fetchFile({ params: { id: failing } })).url)
  assert.equal(file.status, 200)
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), faulty('青禾市水利局', 3))
  answered(await reviewer.showReport({ params: { id: failing } }))
  say('a report failed, its agency was told, an error was waived and the waiver taken back, a warning explained, the file fetched')

  const { id: first, upload } = await askToUpload(shuili, docx('青禾市水利局', 5), YEAR)
  await post(upload, docx('青禾市水利局', 5))
  await post(upload, docx('青禾市水利局', 5))
  await reach(first, 'passed')
  answered(await shuili.recallSubmission({ params: { id: first } }))
  await reach(first, 'recalled')
  say('a version that waited was taken back by its clerk')

  const second = await handIn(shuili, written(warned(sound('青禾市水利局', 6))), YEAR)
  await reach(second, 'passed')
  answered(await review(second, 'approve'))
  const { page } = await reach(second, 'published')
  const site = await fetch(`${run.cloud.siteUrl}${page}`)
  assert.equal(site.status, 200)
  assert.match(await site.text(), /青禾市水利局/)
  say('a report was approved, published and can be read')

  const third = await handIn(shuili, docx('青禾市水利局', 7), YEAR)
  await reach(third, 'passed')
  answered(await review(third, 'approve'))
  await reach(third, 'published')
  await reach(second, 'superseded')
  answered(await review(third, 'withdraw'))
  await reach(third, 'withdrawn')
  say('a newer version took its place, and was withdrawn')

  const minzheng = clerkOf('minzheng')
  const returned = await handIn(minzheng, docx('青禾市民政局', 8), YEAR)
  await reach(returned, 'passed')
  answered(await review(returned, 'return'))
  await reach(returned, 'returned')
  const counted = await handIn(minzheng, docx('青禾市民政局', 9), YEAR)
  await reach(counted, 'passed')
  assert.deepEqual(await rolledUp(), ['青禾市民政局'])
  assert.equal((await requestUpload(minzheng, docx('青禾市民政局', 9), YEAR)).unchanged, true)
  const city = clerkOf('qinghe')
  const government = await handIn(city, docx('青禾市人民政府', 10), YEAR)
  await deployment.settle(async () => {
    const submission = await core.submissions.load(government)
    return submission?.verdict === undefined ? undefined : submission
  })
  answered(await reviewer.listSubmissions({ query: { status: 'passed' } }))
  answered(await minzheng.listSubmissions({ query: { year: YEAR } }))
  say('a report was sent back, others were added up')

  await forgetMails(run, returned)
  const never = await askToUpload(clerkOf('qinghe'), docx('青禾市人民政府', 11), YEAR)
  await age(run, never.id)
  const scheduled: FunctionName = 'sweep-submissions'
  assert.ok('everyMinutes' in functionSpec(scheduled).trigger)
  for (let turn = 0; turn < 20 && (await core.submissions.load(never.id))?.status !== 'lapsed'; turn += 1) await deployment.tick(scheduled)
  await reach(never.id, 'lapsed')
  say('an upload that never came lapsed')

  // Taken in status by status, and told of once the mail is owed for a minute.
  const told = async (): Promise<boolean> => ((await core.submissions.load(returned))?.mails ?? []).length > 0
  for (let turn = 0; turn < 60 && !(await told()); turn += 1) {
    await deployment.tick(scheduled)
    await deployment.step('notify-agency')
    await setTimeout(2000)
  }
  assert.ok(await told())
  say('a submission of a build before was taken in, and its mail sent')

  const slow = await handIn(minzheng, docx('青禾市民政局', 13), YEAR)
  await age(run, slow)
  await deployment.tick(scheduled)
  await deployment.deliver('parse-report', { submission: slow }) // as sweep tells of it, where the bucket's own message was lost
  await age(run, slow)
  await deployment.tick(scheduled)
  await deployment.step('validate-report')
  await age(run, slow)
  await deployment.tick(scheduled)
  await reach(slow, 'passed')
  answered(await review(slow, 'approve'))
  await age(run, slow)
  await deployment.tick(scheduled)
  await deployment.deliver('record-faults', { submission: slow })
  await reach(slow, 'published')
  say('what stood still was sent on, and a step that was given up was told')

  const sentBack = await handIn(minzheng, docx('青禾市民政局', 14), YEAR)
  await reach(sentBack, 'passed')
  answered(await review(sentBack, 'return'))
  await reach(sentBack, 'returned')
  assert.deepEqual(await rolledUp(), ['青禾市民政局'])
  const moved = rows.map((row) => (row[0] === 'minzheng' ? [...row.slice(0, 2), '', ...row.slice(3)] : row))
  answered(await reviewer.importAgencies({ body: { rows: moved } }))
  assert.deepEqual(await rolledUp(), [])
  say('the version before counts where a newer one was sent back; an agency was put under another')

  await deployment.call('rebuild-site')
  assert.match(await (await fetch(`${run.cloud.siteUrl}/`)).text(), /青禾市/)
  say('the whole site was made anew')

  const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'a@qinghe.example' }] }
  const detail = { eventType: 'Bounce', mail: { tags: { agency: ['qinghe'] } }, bounce }
  await deployment.deliver('record-bounces', { source: 'aws.ses', detail })
  const { agencies } = answered(await reviewer.listAgencies({}))
  assert.match(JSON.stringify(agencies.find(({ id }) => id === 'qinghe')), /bounce/)
  say('an address that a mail came back from was marked')

  deployment.refuses('ses')
  const untold = await handIn(minzheng, docx('青禾市民政局', 12), YEAR)
  await deployment.settle(() => statusOf(core, untold, 'passed')).catch(() => undefined)
  deployment.answers('ses')
  await age(run, untold)
  await deployment.tick(scheduled)
  await deployment.settle(async () => core.submissions.load(untold))
  say('a mail that was refused was sent later')
}
