import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimStore } from '../../functions/aws/claim-store.ts'
import type { ClaimStore } from '../../shared/ports/store.ts'
import { memoryClaims } from '../fakes/memory-claims.ts'
import { startTable } from './embedded-table.ts'

type Started = { claims: ClaimStore; close(): Promise<void> }

const adapters: [string, () => Promise<Started>][] = [
  ['memory', async () => ({ claims: memoryClaims(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return { claims: claimStore(table), close }
    },
  ],
]

const of = (id: string, agencyId: string, year = 2024) => ({ id, agencyId, year })
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const came = (objectVersion: string) => ({ file: { objectVersion, sha256: 'ab'.repeat(32), bytes: 12 }, at: '2025-01-15T08:00:00.000Z' })

describe.each(adapters)('claims: %s', (_name, start) => {
  let claims: ClaimStore
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    claims = started.claims
    close = started.close
  })
  afterAll(() => close())
  const version = async (submission: ReturnType<typeof of>) => (await claims.arrive(submission, came('v1'))).version

  it('counts versions within agency and year', async () => {
    expect(await version(of('a1', 'first'))).toBe(1)
    expect(await version(of('a2', 'first'))).toBe(2)
    expect(await version(of('b1', 'second'))).toBe(1)
    expect(await version(of('c1', 'first', 2023))).toBe(1)
  })

  it('gives a submission the same version however often it is asked for', async () => {
    await version(of('s1', 'again'))
    await version(of('s2', 'again'))
    expect(await version(of('s1', 'again'))).toBe(1)
    expect(await version(of('s2', 'again'))).toBe(2)
  })

  it('tries the first version without looking, where it may be that', async () => {
    const first = { ...of('f1', 'firsts'), first: true } as const
    expect(await claims.arrive(first, came('v1'))).toMatchObject({ version: 1, again: false })
    expect(await claims.arrive(first, came('v2'))).toMatchObject({ version: 1, arrival: came('v1'), again: true })
    expect(await claims.arrive({ ...of('f2', 'firsts'), first: true }, came('v3'))).toMatchObject({ version: 2, again: false })
    const both = await Promise.all(['f3', 'f4'].map((id) => claims.arrive({ ...of(id, 'at-once'), first: true }, came(id))))
    expect(both.map(({ version }) => version).toSorted()).toEqual([1, 2])
  })

  it('holds to what came first', async () => {
    expect(await claims.arrive(of('s1', 'held'), came('v1'))).toEqual({ version: 1, submission: 's1', arrival: came('v1'), again: false })
    expect(await claims.arrive(of('s1', 'held'), came('v2'))).toEqual({ version: 1, submission: 's1', arrival: came('v1'), again: true })
    await claims.arrive(of('s2', 'held'), came('v3'))
    expect(await claims.ofAgencyAndYear('held', 2024)).toEqual([
      { version: 1, submission: 's1', arrival: came('v1') },
      { version: 2, submission: 's2', arrival: came('v3') },
    ])
    expect(await claims.ofAgencyAndYear('held', 2023)).toEqual([])
  })

  it('gives submissions that race for it each a version of its own', async () => {
    const versions = await Promise.all(upTo(20).map((index) => version(of(`race-${index}`, 'racing'))))
    expect(versions.toSorted((a, b) => a - b)).toEqual(upTo(20))
  })

  it('gives one version and one file to deliveries of one arrival that race, and leaves no gap', async () => {
    const ids = upTo(12).map((index) => `s${index % 3}`)
    const claimed = await Promise.all(ids.map((id, index) => claims.arrive(of(id, 'delivered'), came(`v${index}`))))
    for (const id of ['s0', 's1', 's2']) {
      const own = claimed.filter(({ submission }) => submission === id)
      expect(own.filter(({ again }) => !again)).toHaveLength(1)
      expect(new Set(own.map(({ version, arrival }) => `${version} ${arrival?.file.objectVersion}`)).size).toBe(1)
    }
    expect(await version(of('next', 'delivered'))).toBe(4)
  })
})

it('goes on from the versions that were claimed before items had a schema number, or told what came', async () => {
  const { table, close } = await startTable()
  for (const version of [1, 2]) {
    const Item = { pk: 'agency-year#before#2024', sk: `version#000${version}`, submission: `old-${version}` }
    await table.client.send(new PutCommand({ TableName: table.TableName, Item }))
  }
  const claims = claimStore(table)
  expect(await claims.arrive(of('new', 'before'), came('v1'))).toMatchObject({ version: 3, again: false })
  expect(await claims.arrive(of('old-1', 'before'), came('v1'))).toEqual({ version: 1, submission: 'old-1', again: true })
  await close()
})
