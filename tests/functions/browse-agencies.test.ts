import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/browse-agencies/handler.ts'
import { reports } from '../../functions/stored/results.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { recordOf } from '../../shared/report/record.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { soundReport } from '../reports/sound-report.ts'
import { ask } from './invoke.ts'
import { CLERK, MINZHENG, place, REVIEWER, SHUILI, startTown, YEAR } from './town.ts'

const CITY = { id: 'city', name: '青禾市人民政府', aliases: [], mail: [] }

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  await ports.agencies.save(CITY)
  for (const agency of [MINZHENG, SHUILI]) await ports.agencies.save({ ...agency, parent: CITY.id })
})

/** A report whose 行政许可 is the given number. */
const file = async (id: string, agency: Agency, status: Status, licences: number, year = YEAR) => {
  const { id: agencyId, name: agencyName } = agency
  const { version = 0 } = await place(ports, id, status, { agencyId, agencyName, year })
  const report = soundReport({ cells: [{ table: 2, row: 0, column: 6, text: `${licences}` }] })
  await reports.write(ports.uploads, id, report)
  if (status === 'failed') return
  const { tables, ...record } = recordOf(report)
  const stored = { agencyId, agencyName, year, version, submissionId: id, signature: signatureOf(record), tables }
  await ports.likeness.put(stored, { open: [], crowded: [] })
}
const rollUp = (id: string, query?: Record<string, string>, claims: Record<string, string> = REVIEWER) =>
  ask(createHandler(ports), ROUTES.rollUp, { claims, id, ...(query && { query }) })

describe('browse-agencies', () => {
  it('lists the registry to reviewers alone', async () => {
    const handler = createHandler(ports)
    const { json } = await ask(handler, ROUTES.listAgencies, { claims: REVIEWER })
    expect(json.agencies.map(({ id, parent }) => [id, parent])).toEqual([
      ['city', undefined],
      ['minzheng', 'city'],
      ['shuili', 'city'],
    ])
    expect((await ask(handler, ROUTES.listAgencies, { claims: CLERK })).problem.status).toBe(403)
    expect((await rollUp('city', undefined, CLERK)).problem.status).toBe(403)
  })

  it('adds up the latest reports of the year that passed, and names those without', async () => {
    await file('m1', MINZHENG, 'superseded', 1)
    await file('m2', MINZHENG, 'published', 10)
    await file('m3', MINZHENG, 'failed', 100)
    await file('s2023', SHUILI, 'published', 1000, YEAR - 1)
    const { json } = await rollUp('city')
    expect(json.tables.two?.[6]).toBe(10)
    expect(json.reports).toEqual([{ agencyName: MINZHENG.name, submissionId: 'm2', version: 2, status: 'published' }])
    expect(json).toMatchObject({
      agencyName: CITY.name,
      year: YEAR,
      missing: [SHUILI.name],
      missingStates: [{ name: SHUILI.name, state: 'not-filed' }],
    })

    await file('s1', SHUILI, 'passed', 7)
    const later = await rollUp('city', { year: `${YEAR}` })
    expect([later.json.tables.two?.[6], later.json.missing]).toEqual([17, []])
    expect((await rollUp('city', { year: `${YEAR - 1}` })).json.tables.two?.[6]).toBe(1000)
  })

  it('of an agency without subordinates has nothing, of none at all a refusal', async () => {
    expect((await rollUp(SHUILI.id)).json).toMatchObject({ tables: { two: null, three: null, four: null }, reports: [], missing: [] })
    expect((await rollUp('nobody')).problem.status).toBe(404)
    expect((await rollUp('city', { year: 'last' })).problem.status).toBe(400)
  })
})
