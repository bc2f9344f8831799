import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Adapter, AdapterPayload } from 'oidc-provider'
import { z } from 'zod'
import { makeFolder, writeDurably } from '../durable-files.ts'
import type { OnFault } from '../faults.ts'

/** What outlives a restart, so that nobody has to sign in again; interactions and codes are over in a minute. */
const KEPT = ['Session', 'Grant', 'RefreshToken']
/** So that the dozen writes of one sign-in come to one. */
const TOGETHER_MILLISECONDS = 50

type Entry = { readonly payload: AdapterPayload; readonly expires: number | null }

const Stored = z.record(z.string(), z.object({ payload: z.looseObject({}), expires: z.number().nullable() }))

export type KeptState = {
  /** The store of one model of the provider. */
  adapter(model: string): Adapter
  /** Has all that was written lie on the disk. */
  flush(): Promise<void>
}

const seconds = (): number => Math.floor(Date.now() / 1000)
const isOver = ({ expires }: Entry): boolean => expires !== null && expires <= seconds()

const readStored = async (path: string): Promise<[string, Entry][]> => {
  try {
    return Object.entries(Stored.parse(JSON.parse(await readFile(path, 'utf8')))) as [string, Entry][]
  } catch {
    return [] // No run yet, or written by another build: people sign in anew.
  }
}

/** The provider's sessions, grants and refresh tokens, in one file of the data folder that only its owner can read. */
export const openKeptState = async (folder: string, onFault: OnFault): Promise<KeptState> => {
  const path = join(folder, 'sign-in.json')
  const entries = new Map<string, Entry>(await readStored(path))
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const write = async (): Promise<void> => {
    for (const [key, entry] of entries) if (isOver(entry)) entries.delete(key)
    const kept = [...entries].filter(([key]) => KEPT.some((model) => key.startsWith(`${model}:`)))
    await makeFolder(folder)
    await writeDurably(path, JSON.stringify(Object.fromEntries(kept)))
  }
  const flush = (): Promise<void> => {
    if (timer === undefined) return writing
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write).catch(onFault)
    return writing
  }
  const changed = (): void => {
    timer ??= setTimeout(() => void flush(), TOGETHER_MILLISECONDS)
  }

  const adapter = (model: string): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`
    const live = (key: string): AdapterPayload | undefined => {
      const entry = entries.get(key)
      return entry === undefined || isOver(entry) ? undefined : entry.payload
    }
    return {
      async upsert(id, payload, expiresIn) {
        entries.set(keyOf(id), { payload, expires: expiresIn ? seconds() + expiresIn : null })
        changed()
      },
      find: async (id) => live(keyOf(id)),
      findByUserCode: async () => undefined, // no device flow
      findByUid: async (uid) =>
        [...entries.entries()].find(([key, { payload }]) => key.startsWith(keyOf('')) && payload.uid === uid && live(key))?.[1].payload,
      async consume(id) {
        const entry = entries.get(keyOf(id))
        if (entry !== undefined) entries.set(keyOf(id), { ...entry, payload: { ...entry.payload, consumed: seconds() } })
        changed()
      },
      async destroy(id) {
        entries.delete(keyOf(id))
        changed()
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (key.startsWith(keyOf('')) && payload.grantId === grantId) entries.delete(key)
        changed()
      },
    }
  }
  return { adapter, flush }
}
