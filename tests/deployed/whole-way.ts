import assert from 'node:assert/strict'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { openTable } from '../../functions/aws/table.ts'
import { type FunctionName, functionSpec } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { plantError } from '../generator/plant/plant-error.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import type { Claims, Cloud, Deployment } from './deployment.ts'
import { answered, askToUpload, handIn, post, statusOf } from './hand-in.ts'

const REVIEWER: Claims = { sub: 'li-si', role: 'reviewer' }
const YEAR = 2024
const LONG_AGO = '2025-01-01T00:00:00.000Z'

type Run = {
  readonly deployment: Deployment
  readonly cloud: Cloud
  readonly core: Pick<Ports, 'submissions'>
  readonly say: (step: string) => void
}

const docx = (agency: string, seed: number) =>
  writeSample(sampleReport({ seed, agency, year: YEAR, bustle: 'ordinary' }), { format: 'docx', layout: 'official' })

const faulty = (agency: string, seed: number) => {
  const { report, variants } = plantError(sampleReport({ seed, agency, year: YEAR, bustle: 'ordinary' }), 'table3-slip', seed)
  return writeSample(report, { format: 'docx', layout: 'official', variants })
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

/** Everything that the service does, once: what each function may do it has done when this ends. */
export const goTheWholeWay = async (run: Run): Promise<void> => {
  const { deployment, core, say } = run
  const reviewer = deployment.as(REVIEWER)
  const clerkOf = (agency: string) => deployment.as({ sub: `clerk-of-${agency}`, role: 'clerk', agency })
  const reach = (id: string, status: Status) => deployment.settle(() => statusOf(core, id, status))
  const review = (id: string, decision: 'approve' | 'return' | 'withdraw') =>
    reviewer.reviewSubmission({ params: { id }, body: decision === 'approve' ? { decision } : { decision, reason: '请补充说明' } })

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
  if (warning) answered(await shuili.explainFinding({ params: { id: failing }, body: { key: warning.key, text: '情况属实' } }))
  else assert.equal((await shuili.explainFinding({ params: { id: failing }, body: { key: 'none', text: '情况属实' } })).json, undefined)
  say('a report failed, its agency was told, an error was waived')

  const { id: first, upload } = await askToUpload(shuili, docx('青禾市水利局', 5), YEAR)
  await post(upload, docx('青禾市水利局', 5))
  await post(upload, docx('青禾市水利局', 5))
  await reach(first, 'passed')
  answered(await shuili.recallSubmission({ params: { id: first } }))
  await reach(first, 'recalled')
  say('a version that waited was taken back by its clerk')

  const second = await handIn(shuili, docx('青禾市水利局', 6), YEAR)
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
  assert.equal(answered(await reviewer.rollUp({ params: { id: 'qinghe' }, query: { year: YEAR } })).reports.length, 1)
  const city = clerkOf('qinghe')
  const government = await handIn(city, docx('青禾市人民政府', 10), YEAR)
  await deployment.settle(async () => {
    const submission = await core.submissions.load(government)
    return submission?.verdict === undefined ? undefined : submission
  })
  answered(await reviewer.listSubmissions({ query: { status: 'passed' } }))
  answered(await minzheng.listSubmissions({ query: { year: YEAR } }))
  say('a report was sent back, others were added up')

  const never = await askToUpload(clerkOf('qinghe'), docx('青禾市人民政府', 11), YEAR)
  await age(run, never.id)
  const scheduled: FunctionName = 'sweep-submissions'
  assert.ok('everyMinutes' in functionSpec(scheduled).trigger)
  for (let turn = 0; turn < 20 && (await core.submissions.load(never.id))?.status !== 'lapsed'; turn += 1) await deployment.tick(scheduled)
  await reach(never.id, 'lapsed')
  say('an upload that never came lapsed')

  deployment.refuses('ses')
  const untold = await handIn(minzheng, docx('青禾市民政局', 12), YEAR)
  await deployment.settle(() => statusOf(core, untold, 'passed')).catch(() => undefined)
  deployment.answers('ses')
  await age(run, untold)
  await deployment.tick(scheduled)
  await deployment.settle(async () => core.submissions.load(untold))
  say('a mail that was refused was sent later')
}
