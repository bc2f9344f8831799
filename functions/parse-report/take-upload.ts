import { sha256Of } from '../../shared/document/content-hash.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { laterUpload } from '../../shared/submission/history.ts'
import { comesFrom, type From } from '../../shared/submission/lifecycle.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import type { Arrival } from '../events/queue-event.ts'

type Needs = Pick<Ports, 'submissions' | 'claims' | 'uploads' | 'clock' | 'log'>

/** A submission whose file has arrived; with the bytes of that file where they were read just now. */
export type Taken = { readonly submission: Submission; readonly bytes?: Uint8Array }

export const readUpload = async (uploads: Files, key: string, objectVersion: string | undefined): Promise<Uint8Array> => {
  const bytes = await uploads.read(key, objectVersion)
  if (bytes === undefined) throw new Error(`version ${objectVersion} of ${key} is gone`)
  return bytes
}

/** Records which object version the submission is made of, the first that came and it alone, and gives the submission its own version. */
const recordFile = async (
  { submissions, claims, uploads, clock }: Needs,
  opened: Submission,
  from: From<'uploaded'>,
  objectVersion: string,
): Promise<Taken | undefined> => {
  const { id, key } = opened
  const bytes = await readUpload(uploads, key, objectVersion)
  const file = { objectVersion, sha256: await sha256Of(bytes), bytes: bytes.length }
  const version = opened.version ?? (await claims.version(opened))
  const { moved, submission } = await submissions.advance(id, from, 'uploaded', { at: clock.now().toISOString() }, { file, version })
  if (!moved && submission?.status === 'lapsed') throw new Error(`submission ${id} lapsed meanwhile`) // The next delivery revives it.
  return submission && { submission, ...(moved && { bytes }) }
}

/** Shows in the history that something else came to the same key; it is kept there, and never read. */
const noteLaterUpload = async (
  { submissions, clock, log }: Pick<Needs, 'submissions' | 'clock' | 'log'>,
  submission: Submission,
  version: string,
): Promise<void> => {
  log.warn('later upload ignored', { submission: submission.id, version })
  const noted = laterUpload(submission, { version, at: clock.now().toISOString() })
  if (noted === undefined || (await submissions.note(submission, noted))) return
  const now = await submissions.load(submission.id) // Another delivery, or a step, was written meanwhile.
  if (now !== undefined) await noteLaterUpload({ submissions, clock, log }, now, version)
}

/** The submission with the file that arrived for it; undefined where what arrived is to be left alone. */
export const takeUpload = async (needs: Needs, { submission: id, upload }: Arrival): Promise<Taken | undefined> => {
  const { submissions, uploads, log } = needs
  const submission = id === null ? undefined : await submissions.load(id)
  const facts = { submission: id ?? '', key: upload?.key ?? '' }
  if (submission === undefined) return void log.warn('upload of no submission ignored', facts)
  if (upload !== undefined && upload.key !== submission.key) return void log.warn('upload under a foreign key ignored', facts)
  const { status } = submission
  if (!comesFrom('uploaded', status)) return checkVersion(needs, { submission }, upload?.version)
  const version = upload?.version ?? (await uploads.head(submission.key))?.version
  if (version === undefined) return void log.info('nothing uploaded yet', facts)
  return checkVersion(needs, await recordFile(needs, submission, status, version), upload?.version)
}

const checkVersion = async (needs: Needs, taken: Taken | undefined, version: string | undefined): Promise<Taken | undefined> => {
  const file = taken?.submission.file
  if (taken !== undefined && file !== undefined && version !== undefined && version !== file.objectVersion)
    await noteLaterUpload(needs, taken.submission, version)
  return taken
}
