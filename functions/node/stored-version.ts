import { createHash } from 'node:crypto'
import { join } from 'node:path'
import * as z from 'zod/mini'

/**
 * How the local run's object store keeps a bucket on disk: each version of an object is a note in JSON, and beside it the bytes, under the
 * same name. A name is made from the hash of the key, so no key can leave the folder or meet another.
 */
const StoredVersion = z.object({
  key: z.string(),
  /** 'null' in a bucket that keeps no versions, as S3 names it. */
  versionId: z.string(),
  /** Grows with every write in the store. */
  sequence: z.int(),
  deleteMarker: z.boolean(),
  modified: z.string(),
  size: z.int(),
  etag: z.string(),
  headers: z.record(z.string(), z.string()),
  checksums: z.record(z.string(), z.string()),
})

/** One version of an object, or a delete marker, which has no bytes. */
export type StoredVersion = Readonly<z.output<typeof StoredVersion>>

/** Where a version lies below the bucket's folder of objects: its note or its bytes. */
export const storedAt = ({ key, sequence }: Pick<StoredVersion, 'key' | 'sequence'>, kind: 'json' | 'bytes'): string => {
  const hash = createHash('sha256').update(key).digest('hex')
  return join(hash.slice(0, 2), `${hash}-${String(sequence).padStart(16, '0')}.${kind}`)
}

export const isNote = (name: string): boolean => /-\d{16}\.json$/.test(name)
export const isBytes = (name: string): boolean => /-\d{16}\.bytes$/.test(name)

/** The bytes that a note is about. */
export const bytesBeside = (note: string): string => note.replace(/\.json$/, '.bytes')

/** What a note says; undefined where it is damaged or something else. */
export const readNote = (text: string): StoredVersion | undefined => {
  try {
    return StoredVersion.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
