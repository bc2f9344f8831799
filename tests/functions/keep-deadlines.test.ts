import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/keep-deadlines/handler.ts'
import { assessments, readings } from '../../functions/stored/results.ts'
import { createHandler as validate } from '../../functions/validate-report/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask, deliver } from './invoke.ts'
import { CLERK, place, REVIEWER, soundFile, startTown, YEAR } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const ADMINISTRATOR = { sub: 'sun-qi', role: 'administrator' }
const LAW = { year: YEAR, governments: '2025-03-31', departments: '2025-01-31' }
const show = (claims: Record<string, string>) => ask(createHandler(ports), ROUTES.showDeadlines, { claims, query: { year: `${YEAR}` } })
const set = (changes: object = {}, claims: Record<string, string> = ADMINISTRATOR) =>
  ask(createHandler(ports), ROUTES.setDeadlines, { claims, body: { ...LAW, ...changes } })

/** What is said of the day on which a sound report came in. */
const saidOf = async (id: string, receivedAt: string) => {
  await place(ports, id, 'parsed', { history: [{ status: 'uploaded', at: receivedAt, by: 'parse-report' }] })
  await readings.write(ports.uploads, id, await readFile(soundFile(), ports.readTools))
  expect(await deliver(validate(ports), { submission: id })).toEqual([])
  const assessment = await assessments.read(ports.uploads, id)
  return assessment?.findings.filter(({ rule }) => rule === 'submitted-on-time').map(({ facts }) => facts)
}

describe('keep-deadlines', () => {
  it('tells everybody those of the law, until the office sets others', async () => {
    expect((await show(CLERK)).json).toEqual(LAW)
    const extended = { ...LAW, departments: '2025-02-14' }
    const kept = { ...extended, setBy: ADMINISTRATOR.sub, setAt: '2025-01-15T08:00:00.000Z' }
    expect((await set(extended)).json).toEqual(kept)
    ports.passMinutes(1)
    expect((await set(extended, REVIEWER)).json).toEqual(kept) // The same again changes nothing.
    expect((await show(CLERK)).json).toEqual(kept)
    expect((await ask(createHandler(ports), ROUTES.showDeadlines, { claims: CLERK, query: { year: '2023' } })).json.departments).toBe(
      '2024-01-31',
    )
  })

  it('lets the next report be held to the day that was set', async () => {
    const late = '2025-02-14T09:00:00.000Z'
    expect(await saidOf('s1', late)).toEqual([{ deadline: '2025年1月31日', days: 14 }])
    await set({ departments: '2025-02-14' })
    expect(await saidOf('s2', late)).toEqual([])
    expect(await saidOf('s3', '2025-02-14T16:00:00.000Z')).toEqual([{ deadline: '2025年2月14日', days: 1 }])
  })

  it('refuses in words whom and what it must', async () => {
    const cases = [
      [await set({}, CLERK), 403, '只有政府信息公开工作主管部门'],
      [await set({}, { sub: 'li-si', role: 'reviewer', scope: 'shuili' }), 403, '只负责部分单位'],
      [await set({ departments: '2024-12-31' }), 400, '应在2025年1月1日至2025年12月31日之间'],
      [await set({ governments: '2026-01-01' }), 400, '不能是2026年1月1日'],
      [await set({ departments: '2025-02-30' }), 400, 'departments'],
      [await set({ year: 2018, departments: '2019-01-31', governments: '2019-03-31' }), 400, '没有2018年度的报告'],
    ] as const
    for (const [{ status, problem }, code, says] of cases) expect([status, problem.detail]).toEqual([code, expect.stringContaining(says)])
    expect((await show(CLERK)).json).toEqual(LAW)
  })
})
