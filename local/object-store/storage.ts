import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bytesBeside, isBytes, isNote, readNote, type StoredVersion, storedAt } from '../../functions/node/stored-version.ts'
import { flushFolder, makeFolder, writeFlushed } from '../durable-files.ts'
import { inTurn } from './in-turn.ts'
import type { BucketSettings } from './settings.ts'

export type Content = Pick<StoredVersion, 'key' | 'size' | 'etag' | 'headers' | 'checksums'>
export type Bucket = ReturnType<typeof openBucket>

/** S3 sorts keys by their bytes, which is not how JavaScript sorts strings. */
export const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** Sequence numbers follow the clock and never repeat, even when it is set back: every bucket makes them known while it is opened. */
export const createSequence = (now: () => Date) => {
  let last = 0
  return {
    now,
    seen(sequence: number) {
      last = Math.max(last, sequence)
    },
    next: () => {
      last = Math.max(last + 1, now().getTime() * 1000)
      return last
    },
  }
}

/** A file of the store that cannot be read; the message names it. */
export class DamagedFile extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} is damaged, as after a loss of power: remove it to go on without that version`)
    this.path = path
  }
}

/**
 * Opens a bucket in its folder. A version is there from the moment its note and its bytes lie on the disk under their names. Changes of one
 * key are made one after the other, so that nothing can happen between a condition and the write it guards.
 */
export const openBucket = (folder: string, settings: BucketSettings, sequence: ReturnType<typeof createSequence>) => {
  const [objects, incoming] = [join(folder, 'objects'), join(folder, 'incoming')]
  const versions = new Map<string, readonly StoredVersion[]>() // oldest first
  const change = inTurn()
  let sorted: readonly string[] | null = null

  const pathOf = (version: StoredVersion, kind: 'json' | 'bytes') => join(objects, storedAt(version, kind))
  const temporaryFile = () => join(incoming, randomUUID())
  const versionsOf = (key: string) => versions.get(key) ?? []
  const current = (key: string) => {
    const newest = versionsOf(key).at(-1)
    return newest?.deleteMarker ? undefined : newest
  }
  const forget = (version: StoredVersion) => {
    const left = versionsOf(version.key).filter((one) => one !== version)
    if (left.length > 0) versions.set(version.key, left)
    else versions.delete(version.key)
    sorted = null
  }
  /** Makes a version known; answers those that it takes the place of. */
  const add = (version: StoredVersion) => {
    const replaced = version.versionId === 'null' ? versionsOf(version.key).filter(({ versionId }) => versionId === 'null') : []
    versions.set(version.key, [...versionsOf(version.key), version])
    replaced.forEach(forget)
    sorted = null
    return replaced
  }
  /** The note goes first: bytes without one are nothing, and cleared up at the next start. */
  const removeFiles = async (version: StoredVersion) => {
    for (const kind of ['json', 'bytes'] as const) await rm(pathOf(version, kind), { force: true })
  }
  const erase = async (version: StoredVersion) => {
    forget(version)
    await removeFiles(version)
    await flushFolder(dirname(pathOf(version, 'json')))
  }
  const writeNote = async (version: StoredVersion) => {
    const written = temporaryFile()
    await writeFlushed(written, JSON.stringify(version))
    return written
  }
  const commit = async (content: Content, file: string | null, beforeCommit: (version: StoredVersion) => Promise<void>) => {
    const versionId = settings.versioned ? randomBytes(24).toString('base64url') : 'null'
    const order = { sequence: sequence.next(), modified: sequence.now().toISOString() }
    const version: StoredVersion = { ...content, versionId, ...order, deleteMarker: file === null }
    const [note] = await Promise.all([writeNote(version), beforeCommit(version), makeFolder(dirname(pathOf(version, 'json')))])
    if (file) await rename(file, pathOf(version, 'bytes'))
    await rename(note, pathOf(version, 'json'))
    await flushFolder(dirname(pathOf(version, 'json')))
    for (const replaced of add(version)) await removeFiles(replaced)
    return version
  }
  const readVersion = (path: string): StoredVersion => {
    const version = readNote(readFileSync(path, 'utf8'))
    if (version === undefined) throw new DamagedFile(path)
    return version
  }
  const load = () => {
    rmSync(incoming, { recursive: true, force: true })
    for (const made of [objects, incoming]) mkdirSync(made, { recursive: true, mode: 0o700 })
    const files = readdirSync(objects, { recursive: true, encoding: 'utf8' }).map((name) => join(objects, name))
    const notes = files.filter(isNote)
    const known = new Set(notes.map(bytesBeside))
    const found = notes.map(readVersion)
    for (const orphan of files.filter((name) => isBytes(name) && !known.has(name))) rmSync(orphan)
    for (const version of found.sort((a, b) => a.sequence - b.sequence))
      for (const replaced of add(version)) for (const kind of ['json', 'bytes'] as const) rmSync(pathOf(replaced, kind), { force: true })
    sequence.seen(found.at(-1)?.sequence ?? 0)
  }
  load()

  return {
    settings,
    temporaryFile,
    current,
    /** Newest last. */
    versionsOf,
    find: (key: string, versionId: string) => versionsOf(key).find((version) => version.versionId === versionId),
    /** Every key that has a version, in S3's order. */
    keys: () => {
      sorted ??= Array.from(versions.keys()).sort(byBytes)
      return sorted
    },
    /** A file descriptor, opened at once: later the version may be gone, but what is open stays readable. */
    open: (version: StoredVersion) => openSync(pathOf(version, 'bytes'), 'r'),
    /** Stores a flushed file, unless `allow` throws on what is there now; `beforeCommit` ends before the version exists. */
    put: (
      content: Content,
      file: string,
      allow: (now: StoredVersion | undefined) => void,
      beforeCommit: (version: StoredVersion) => Promise<void>,
    ) =>
      change(content.key, async () => {
        allow(current(content.key))
        return commit(content, file, beforeCommit)
      }),
    /** Hides the object behind a delete marker where versions are kept; else removes it. */
    remove: (key: string) =>
      change(key, async () => {
        if (settings.versioned) return commit({ key, size: 0, etag: '', headers: {}, checksums: {} }, null, async () => {})
        for (const version of versionsOf(key).filter(({ versionId }) => versionId === 'null')) await erase(version)
        return undefined
      }),
    /** Removes one version for good; answers it where it was there. */
    removeVersion: (key: string, versionId: string) =>
      change(key, async () => {
        const version = versionsOf(key).find((one) => one.versionId === versionId)
        if (version) await erase(version)
        return version
      }),
  }
}
