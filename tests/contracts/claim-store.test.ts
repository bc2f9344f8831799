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

describe.each(adapters)('claims: %s', (_name, start) => {
  let claims: ClaimStore
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    claims = started.claims
    close = started.close
  })
  afterAll(() => close())

  it('counts versions within agency and year', async () => {
    expect(await claims.version(of('a1', 'first'))).toBe(1)
    expect(await claims.version(of('a2', 'first'))).toBe(2)
    expect(await claims.version(of('b1', 'second'))).toBe(1)
    expect(await claims.version(of('c1', 'first', 2023))).toBe(1)
  })

  it('gives a submission the same version however often it is asked for', async () => {
    await claims.version(of('s1', 'again'))
    await claims.version(of('s2', 'again'))
    expect(await claims.version(of('s1', 'again'))).toBe(1)
    expect(await claims.version(of('s2', 'again'))).toBe(2)
  })

  it('gives submissions that race for it each a version of its own', async () => {
    const versions = await Promise.all(upTo(20).map((index) => claims.version(of(`race-${index}`, 'racing'))))
    expect(versions.toSorted((a, b) => a - b)).toEqual(upTo(20))
  })

  it('gives one version to deliveries of one arrival that race, and leaves no gap', async () => {
    const ids = upTo(12).map((index) => `s${index % 3}`)
    const versions = await Promise.all(ids.map((id) => claims.version(of(id, 'delivered'))))
    for (const id of ['s0', 's1', 's2']) expect(new Set(versions.filter((_, index) => ids[index] === id)).size).toBe(1)
    expect(await claims.version(of('next', 'delivered'))).toBe(4)
  })

  it('gives a file to one of those that race for it, within agency and year', async () => {
    const file = { agencyId: 'filing', year: 2024, sha256: 'ab'.repeat(32) }
    expect(await claims.holderOf(file)).toBeUndefined()
    const ids = upTo(10).map((index) => `f${index}`)
    const given = await Promise.all(ids.map((id) => claims.giveFile(file, id, undefined)))
    expect(given.filter(Boolean)).toHaveLength(1)
    const holder = ids[given.indexOf(true)] ?? ''
    expect(await claims.holderOf(file)).toBe(holder)
    for (const other of [{ agencyId: 'other' }, { year: 2023 }, { sha256: 'cd'.repeat(32) }])
      expect(await claims.holderOf({ ...file, ...other })).toBeUndefined()

    const next = await Promise.all(['n1', 'n2', 'n3'].map((id) => claims.giveFile(file, id, holder)))
    expect(next.filter(Boolean)).toHaveLength(1)
    expect(await claims.giveFile(file, 'late', holder)).toBe(false)
    expect(await claims.giveFile(file, 'late', undefined)).toBe(false)
    expect(await claims.holderOf(file)).toBe(['n1', 'n2', 'n3'][next.indexOf(true)])
    expect(await claims.version(of('v1', 'filing'))).toBe(1)
  })
})

it('goes on from the versions that were claimed before items had a schema number', async () => {
  const { table, close } = await startTable()
  for (const version of [1, 2]) {
    const Item = { pk: 'agency-year#before#2024', sk: `version#000${version}`, submission: `old-${version}` }
    await table.client.send(new PutCommand({ TableName: table.TableName, Item }))
  }
  expect(await claimStore(table).version(of('new', 'before'))).toBe(3)
  expect(await claimStore(table).version(of('old-1', 'before'))).toBe(1)
  await close()
})
