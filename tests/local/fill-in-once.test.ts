import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reports } from '../../functions/stored/results.ts'
import { fillInOnce } from '../../local/fill-in-once.ts'
import { recordOf } from '../../shared/report/record.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import { fakePorts } from '../fakes/fake-ports.ts'
import { MINZHENG, YEAR } from '../functions/town.ts'
import { soundReport } from '../reports/sound-report.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-fill-in-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const NO_ENTRY = { open: [], crowded: [] }

it('a data folder of a build before is filled in when it is first started, and not again', async () => {
  const ports = fakePorts()
  const report = soundReport()
  const { tables, ...record } = recordOf(report)
  const old = {
    agencyId: MINZHENG.id,
    agencyName: MINZHENG.name,
    year: YEAR,
    version: 1,
    submissionId: 'm1',
    signature: signatureOf(record),
  }
  await reports.write(ports.uploads, 'm1', report)
  await ports.likeness.put(old, NO_ENTRY)
  const copy = { ...old, agencyId: 'other' }
  expect((await ports.likeness.search(copy)).others).toEqual([])

  await fillInOnce(folder, ports)
  expect((await ports.likeness.search(copy)).others).toEqual([{ ...old, tables }])

  await ports.likeness.put(old, NO_ENTRY)
  await fillInOnce(folder, ports)
  expect(await ports.likeness.ofYear(YEAR)).toEqual([old])
})

it('is tried again where it failed', async () => {
  const ports = fakePorts()
  const failing = { ...ports.agencies, list: () => Promise.reject(new Error('connection lost')) }
  await expect(fillInOnce(folder, { ...ports, agencies: failing })).rejects.toThrow('connection lost')
  let listed = 0
  const counting = {
    ...ports.agencies,
    list() {
      listed++
      return ports.agencies.list()
    },
  }
  for (const _ of [1, 2]) await fillInOnce(folder, { ...ports, agencies: counting })
  expect(listed).toBe(1)
})
