import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BucketSettings } from './settings.ts'

/** One version of an object, or a delete marker. It lies in two files: this as JSON, and beside it the bytes. */
export type StoredVersion = {
  readonly key: string
  /** 'null' in a bucket that keeps no versions, as S3 names it. */
  readonly versionId: string
  /** Grows with every write in the store. */
  readonly sequence: number
  readonly deleteMarker: boolean
  readonly modified: string
  readonly size: number
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly checksums: Readonly<Record<string, string>>
}
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

/**
 * Opens a bucket in its folder. A file's name is made from the hash of the key, so no key can leave the folder or meet another.
 * A version exists from the moment its JSON is renamed into place. Every change is made in one synchronous stretch, so that nothing
 * can happen between a condition and the write it guards: that takes the place of a lock.
 */
export const openBucket = (folder: string, settings: BucketSettings, sequence: ReturnType<typeof createSequence>) => {
  const [objects, incoming] = [join(folder, 'objects'), join(folder, 'incoming')]
  const versions = new Map<string, readonly StoredVersion[]>() // oldest first
  let sorted: readonly string[] | null = null

  const pathOf = (version: Pick<StoredVersion, 'key' | 'sequence'>, kind: 'json' | 'bytes') => {
    const hash = createHash('sha256').update(version.key).digest('hex')
    return join(objects, hash.slice(0, 2), `${hash}-${String(version.sequence).padStart(16, '0')}.${kind}`)
  }
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
  const erase = (version: StoredVersion) => {
    forget(version)
    for (const kind of ['json', 'bytes'] as const) rmSync(pathOf(version, kind), { force: true })
  }
  const add = (version: StoredVersion) => {
    const replaced = version.versionId === 'null' ? versionsOf(version.key).filter(({ versionId }) => versionId === 'null') : []
    versions.set(version.key, [...versionsOf(version.key), version])
    sorted = null
    replaced.forEach(erase)
  }
  const commit = (content: Content, file: string | null, beforeCommit: (version: StoredVersion) => void) => {
    const versionId = settings.versioned ? randomBytes(24).toString('base64url') : 'null'
    const order = { sequence: sequence.next(), modified: sequence.now().toISOString() }
    const version: StoredVersion = { ...content, versionId, ...order, deleteMarker: file === null }
    mkdirSync(dirname(pathOf(version, 'bytes')), { recursive: true })
    if (file) renameSync(file, pathOf(version, 'bytes'))
    beforeCommit(version)
    const written = temporaryFile()
    writeFileSync(written, JSON.stringify(version))
    renameSync(written, pathOf(version, 'json'))
    add(version)
    return version
  }
  const readVersion = (path: string): StoredVersion => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'))
    } catch (cause) {
      throw new Error(`${path} is damaged, as after a loss of power: remove it to go on without that version`, { cause })
    }
  }
  const load = () => {
    rmSync(incoming, { recursive: true, force: true })
    for (const made of [objects, incoming]) mkdirSync(made, { recursive: true })
    const files = readdirSync(objects, { recursive: true, encoding: 'utf8' }).map((name) => join(objects, name))
    const found = files.filter((name) => name.endsWith('.json')).map(readVersion)
    const known = new Set(found.map((version) => pathOf(version, 'bytes')))
    for (const orphan of files.filter((name) => name.endsWith('.bytes') && !known.has(name))) rmSync(orphan)
    for (const version of found.sort((a, b) => a.sequence - b.sequence)) add(version)
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
    /** Stores a received file, unless `allow` throws on what is there now; `beforeCommit` runs just before the version exists. */
    put(content: Content, file: string, allow: (now: StoredVersion | undefined) => void, beforeCommit: (version: StoredVersion) => void) {
      allow(current(content.key))
      return commit(content, file, beforeCommit)
    },
    /** Hides the object behind a delete marker where versions are kept; else removes it. */
    remove(key: string) {
      if (settings.versioned) return commit({ key, size: 0, etag: '', headers: {}, checksums: {} }, null, () => {})
      for (const version of versionsOf(key).filter(({ versionId }) => versionId === 'null')) erase(version)
      return undefined
    },
    erase,
  }
}
