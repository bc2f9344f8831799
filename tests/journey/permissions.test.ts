import { afterAll, describe, expect, it } from 'vitest'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { askToUpload, detailOf, handIn, reaches, requestFor, YEAR } from './hand-in.ts'
import { askAs, askWith, openReviewer, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'
import { storedUploads } from './stored-state.ts'
import { makeTokens } from './tokens.ts'

const run = await startRun()
afterAll(run.end)

const approve = { decision: 'approve' } as const

describe('tokens', async () => {
  const { rightful, bad } = await makeTokens(run)
  const file = docxOf(soundReport('示例市示例局'))

  it('a rightful one is let in', async () => {
    expect((await askWith(run, rightful).listSubmissions({ query: { year: YEAR } })).status).toBe(200)
  })

  it.each(Object.entries(bad))('%s: nobody is let in', async (_what, token) => {
    const before = await storedUploads(run)
    const ask = askWith(run, token)
    for (const answer of [
      await ask.listSubmissions({ query: { year: YEAR } }),
      await ask.requestUpload({ body: requestFor(file) }),
      await ask.reviewSubmission({ params: { id: 'x' }, body: approve }),
    ])
      expect(answer).toMatchObject({
        status: 401,
        problem: { status: 401, title: '未登录', detail: expect.stringContaining('登录凭证无效或已过期') },
      })
    expect(await storedUploads(run)).toEqual(before)
    expect((await askWith(run, rightful).listSubmissions({ query: { year: YEAR } })).json).toEqual({ submissions: [] })
  })
})

it('who submitted does not review, in either role', async () => {
  const { agency, clerk } = await openUnit(run, 'gongan', '青禾市公安局')
  const both = { sub: 'both', agency: agency.id } as const
  const asClerk = await askAs(run, { ...both, role: 'clerk' })
  const asReviewer = await askAs(run, { ...both, role: 'reviewer' })
  const { id } = await handIn(asClerk, docxOf(soundReport(agency.name)))
  await reaches(asClerk, id, 'passed')

  const request = { params: { id }, body: approve }
  for (const ask of [clerk, asClerk])
    expect(await ask.reviewSubmission(request)).toMatchObject({ status: 403, problem: { detail: expect.stringContaining('只有') } })
  expect(await asReviewer.reviewSubmission(request)).toMatchObject({
    status: 403,
    problem: { type: 'urn:nianbao:problem:own-submission', detail: '不能审核自己提交的报告,请由其他审核人员处理。' },
  })
  expect((await detailOf(clerk, id)).status).toBe('passed')

  const reviewer = await openReviewer(run)
  expect((await reviewer.reviewSubmission(request)).status).toBe(200)
  await reaches(clerk, id, 'published')
})

it('a reviewer submits nothing', async () => {
  const reviewer = await openReviewer(run)
  const answer = await reviewer.requestUpload({ body: requestFor(docxOf(soundReport('青禾市公安局'))) })
  expect(answer).toMatchObject({ status: 403, problem: { detail: expect.stringContaining('只有填报单位') } })
})

it('of another agency a clerk sees nothing, not even that something is there', async () => {
  const { agency, clerk } = await openUnit(run, 'sifa', '青禾市司法局')
  const { clerk: stranger } = await openUnit(run, 'minzu', '青禾市民族宗教事务局')
  const { id } = await handIn(clerk, faultyFile(agency.name).file)
  await reaches(clerk, id, 'failed')

  const asked = await stranger.showSubmission({ params: { id } })
  expect(asked).toMatchObject({ status: 404, problem: { detail: '没有这份报告,或您无权查看。' } })
  expect(asked).toEqual(await stranger.showSubmission({ params: { id: 'no-such-submission' } }))
  for (const query of [{ year: YEAR }, { year: YEAR, agency: agency.id }, { status: 'failed' }] as const)
    expect((await stranger.listSubmissions({ query })).json).toEqual({ submissions: [] })
})

it('a submission of the own agency only can be opened', async () => {
  const { clerk } = await openUnit(run, 'shenji', '青禾市审计局')
  const file = docxOf(soundReport('青禾市司法局'))
  const { upload } = await askToUpload(clerk, file)
  expect(upload.fields.key).toMatch(/^uploads\/shenji\//)
})

it('a unit that is not registered is told so', async () => {
  const unknown = await askAs(run, { sub: 'x', role: 'clerk', agency: 'nowhere' })
  const answer = await unknown.requestUpload({ body: requestFor(docxOf(soundReport('青禾市司法局'))) })
  expect(answer).toMatchObject({ status: 403, problem: { detail: expect.stringContaining('尚未登记') } })
})
