import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler as browseAgencies } from '../../functions/browse-agencies/handler.ts'
import { createHandler as browse } from '../../functions/browse-submissions/handler.ts'
import { createHandler as grantWaiver } from '../../functions/grant-waiver/handler.ts'
import { createHandler as importAgencies } from '../../functions/import-agencies/handler.ts'
import { createHandler as review } from '../../functions/review-submission/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { MINZHENG, place, SHUILI, startTown, statusOf } from './town.ts'

const COUNTY = { sub: 'county', role: 'reviewer', scope: 'openid county' }
const ADMINISTRATOR = { sub: 'chief', role: 'administrator' }

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  await ports.agencies.save({ id: 'county', name: '青禾县人民政府', aliases: [], mail: [] })
  await ports.agencies.save({ id: 'town', name: '柳镇人民政府', aliases: [], mail: [], parent: 'county' })
  await ports.agencies.save({ ...MINZHENG, parent: 'town' })
  await place(ports, 'inside', 'passed')
  await place(ports, 'outside', 'passed', { agencyId: SHUILI.id, agencyName: SHUILI.name })
})

const approve = (claims: Record<string, string>, id: string) =>
  ask(review(ports), ROUTES.reviewSubmission, { claims, id, body: { decision: 'approve' } })

describe('a reviewer who looks after a part of the registry', () => {
  it('sees the agencies and the submissions of it alone', async () => {
    const { json: registry } = await ask(browseAgencies(ports), ROUTES.listAgencies, { claims: COUNTY })
    expect(registry.agencies.map(({ id }) => id).toSorted()).toEqual(['county', 'minzheng', 'town'])
    const { json: waiting } = await ask(browse(ports), ROUTES.listSubmissions, { claims: COUNTY })
    expect(waiting.submissions.map(({ id }) => id)).toEqual(['inside'])
    const query = { agency: SHUILI.id, year: '2024' }
    expect((await ask(browse(ports), ROUTES.listSubmissions, { claims: COUNTY, query })).json).toEqual({ submissions: [] })
    expect((await ask(browse(ports), ROUTES.showSubmission, { claims: COUNTY, id: 'inside' })).status).toBe(200)
    expect((await ask(browse(ports), ROUTES.showSubmission, { claims: COUNTY, id: 'outside' })).problem.status).toBe(404)
    expect((await ask(browseAgencies(ports), ROUTES.rollUp, { claims: COUNTY, id: 'town' })).status).toBe(200)
    expect((await ask(browseAgencies(ports), ROUTES.rollUp, { claims: COUNTY, id: SHUILI.id })).problem.status).toBe(404)
  })

  it('decides and waives within it alone, and keeps no registry', async () => {
    expect((await approve(COUNTY, 'inside')).status).toBe(200)
    expect((await approve(COUNTY, 'outside')).problem.status).toBe(404)
    expect(await statusOf(ports, 'outside')).toBe('passed')
    const waiver = { rule: 'table3-balance', place: '3/0/0', reason: '合并', expires: '2025-03-31' }
    const waive = (id: string) => ask(grantWaiver(ports), ROUTES.grantWaiver, { claims: COUNTY, id, body: waiver })
    expect([(await waive(MINZHENG.id)).status, (await waive(SHUILI.id)).status]).toEqual([201, 404])
    const { problem } = await ask(importAgencies(ports), ROUTES.importAgencies, { claims: COUNTY, body: { rows: [['编号', '名称']] } })
    expect(problem).toMatchObject({ status: 403, type: 'urn:nianbao:problem:bound-to-part' })
  })
})

describe('an administrator', () => {
  it('sees all and keeps the registry, and decides nothing', async () => {
    const { json } = await ask(browse(ports), ROUTES.listSubmissions, { claims: ADMINISTRATOR })
    expect(json.submissions.map(({ id }) => id).toSorted()).toEqual(['inside', 'outside'])
    const rows = [
      ['编号', '名称'],
      ['new', '新局'],
    ]
    expect((await ask(importAgencies(ports), ROUTES.importAgencies, { claims: ADMINISTRATOR, body: { rows } })).json).toEqual({
      imported: 1,
    })
    expect((await approve(ADMINISTRATOR, 'inside')).problem).toMatchObject({ status: 403 })
    expect(await statusOf(ports, 'inside')).toBe('passed')
  })
})
