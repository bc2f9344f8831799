import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FUNCTION_NAMES } from '../../shared/pipeline.ts'
import { type Deployment, deploy } from '../deployed/deployment.ts'
import { withoutRight } from '../deployed/function-rights.ts'
import { handIn, statusOf } from '../deployed/hand-in.ts'
import { startLocalCloud } from '../deployed/local-cloud.ts'
import { startInNode } from '../deployed/node-process.ts'
import { writePdf } from '../generator/pdf/write-pdf.ts'
import { printReport } from '../generator/print/print-report.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { wordModel } from '../generator/word/word-model.ts'
import { writeSample } from '../generator/write-sample.ts'
import { bundledApp } from './bundled-app.ts'
import { newFolder } from './synthesize.ts'

const AGENCY = { id: 'shuili', name: '青禾市水利局', aliases: [], mail: ['bgs@shuili.example'] }
const CLERK = { sub: 'zhang-san', role: 'clerk', agency: AGENCY.id } as const
const REVIEWER = { sub: 'li-si', role: 'reviewer' } as const
const soundReport = (year: number) => sampleReport({ seed: 9, agency: AGENCY.name, year, bustle: 'ordinary' })

let local: Awaited<ReturnType<typeof startLocalCloud>>
let deployment: Deployment
beforeAll(async () => {
  const app = bundledApp()
  local = await startLocalCloud(newFolder(), { partition: 'aws-cn' })
  deployment = await deploy(app.template.toJSON() as Parameters<typeof deploy>[0], app.entryOf, startInNode, local.cloud)
  await local.core.agencies.save(AGENCY)
})
afterAll(async () => {
  await deployment.close()
  await local.close()
})

describe('the functions as they are deployed, each by its own folder and variables alone,', () => {
  it('take a PDF whose Chinese font is only named to its mails and its page', async () => {
    const file = writePdf(wordModel(printReport(soundReport(2024))), { font: 'named' })
    const id = await handIn(deployment.as(CLERK), file, 2024)
    await deployment.settle(() => statusOf(local.core, id, 'passed'))
    expect((await deployment.as(REVIEWER).reviewSubmission({ params: { id }, body: { decision: 'approve' } })).status).toBe(200)
    const { page } = await deployment.settle(() => statusOf(local.core, id, 'published'))
    expect(await (await fetch(`${local.cloud.siteUrl}${page}`)).text()).toContain(AGENCY.name)
    const mails = deployment.calls
      .get('notify-agency')
      ?.filter(({ action, arn }) => action === 'ses:SendEmail' && arn.includes(':identity/'))
    expect(mails).toHaveLength(2)
  })

  it('read a workbook', async () => {
    const id = await handIn(deployment.as(CLERK), writeSample(soundReport(2023), { format: 'xlsx', layout: 'one-sheet' }), 2023)
    await deployment.settle(() => statusOf(local.core, id, 'passed'))
  })

  it('did nothing that their roles do not allow', () => {
    const ran = FUNCTION_NAMES.filter((name) => deployment.calls.has(name))
    expect(ran).toEqual(
      expect.arrayContaining(['request-upload', 'parse-report', 'validate-report', 'notify-agency', 'review-submission', 'publish-report']),
    )
    expect(ran.flatMap((name) => withoutRight(deployment.rightsOf(name), deployment.calls.get(name) ?? []))).toEqual([])
  })
})
