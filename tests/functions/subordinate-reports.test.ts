import pMap from 'p-map'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { agencyStore } from '../../functions/aws/agency-store.ts'
import { likenessStore } from '../../functions/aws/likeness-store.ts'
import { submissionLists } from '../../functions/aws/submission-lists.ts'
import { submissionStore } from '../../functions/aws/submission-store.ts'
import type { Table } from '../../functions/aws/table.ts'
import { reports } from '../../functions/stored/results.ts'
import { subordinateReports } from '../../functions/stored/subordinate-reports.ts'
import { recordOf } from '../../shared/report/record.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import { startTable } from '../contracts/embedded-table.ts'
import { fakePorts } from '../fakes/fake-ports.ts'
import { soundReport } from '../reports/sound-report.ts'
import { MINZHENG, place, YEAR } from './town.ts'

const SUBORDINATES = 120
const PARENT = 'city'
const { tables, ...record } = recordOf(soundReport())
const ids = Array.from({ length: SUBORDINATES }, (_, index) => `a${String(index).padStart(4, '0')}`)

let table: Table
let close: () => Promise<void>
const asked: string[] = []
beforeAll(async () => {
  const started = await startTable()
  table = started.table
  close = started.close
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        asked.push(`${commandName}`)
        return next(args)
      },
    { step: 'initialize' },
  )
})
afterAll(() => close())

it('the figures of each subordinate are read once, a hundred at a request, and no report from the bucket but of one sent back', async () => {
  const { uploads, ...memory } = fakePorts()
  const read: string[] = []
  const needs = {
    agencies: agencyStore(table),
    submissions: submissionStore(table),
    lists: submissionLists(table),
    likeness: likenessStore(table),
    uploads: {
      ...uploads,
      read(key: string) {
        read.push(key)
        return uploads.read(key)
      },
    },
  }
  const ports = { ...memory, ...needs }
  const file = async (id: string, submissionId: string, version: number, status: 'passed' | 'published' | 'returned') => {
    await place(ports, submissionId, status, { agencyId: id, agencyName: `${id}局`, version })
    const stored = { agencyId: id, agencyName: `${id}局`, year: YEAR, version, submissionId, signature: signatureOf(record), tables }
    await needs.likeness.put(stored, { open: [], crowded: [] })
  }
  await pMap(
    ids,
    async (id) => {
      await needs.agencies.save({ id, name: `${id}局`, aliases: [], mail: [], parent: PARENT })
      if (id !== 'a0007') await file(id, `s-${id}`, 1, 'passed')
    },
    { concurrency: 8 },
  )
  await needs.agencies.save(MINZHENG)

  asked.length = 0
  const { reports: found, missing } = await subordinateReports(needs, PARENT, YEAR)
  expect(found.map(({ agency }) => agency.id)).toEqual(ids.filter((id) => id !== 'a0007'))
  expect(found[0]).toEqual({
    agency: { id: 'a0000', name: 'a0000局' },
    submission: expect.objectContaining({ version: 1 }),
    record: { tables },
  })
  expect(missing).toEqual([{ id: 'a0007', name: 'a0007局' }])
  // Whose they are, then two batches of figures and two of submissions.
  expect(asked).toEqual(['QueryCommand', ...Array<string>(4).fill('BatchGetItemCommand')])
  expect(read).toEqual([])

  await file('a0003', 'newer', 2, 'returned')
  await reports.write(uploads, 's-a0003', soundReport())
  asked.length = 0
  const later = await subordinateReports(needs, PARENT, YEAR)
  expect(later.reports.find(({ agency }) => agency.id === 'a0003')?.submission.id).toBe('s-a0003')
  expect(asked.filter((name) => name === 'QueryCommand')).toHaveLength(2)
  expect(read).toEqual(['submissions/s-a0003/report.json'])

  asked.length = 0
  expect(await subordinateReports(needs, MINZHENG.id, YEAR)).toEqual({ reports: [], missing: [] })
  expect(asked).toEqual(['QueryCommand'])
})
