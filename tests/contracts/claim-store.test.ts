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
