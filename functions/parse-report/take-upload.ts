import { sha256Of } from '../../shared/document/content-hash.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { laterUpload } from '../../shared/submission/history.ts'
import { comesFrom, type From } from '../../shared/submission/lifecycle.ts'
import type { StepChanges, Submission } from '../../shared/submission/submission.ts'
import type { Arrival } from '../events/queue-event.ts'

type Needs = Pick<Ports, 'submissions' | 'claims' | 'uploads' | 'clock' | 'log'>

/** The step to `uploaded`, where it is taken only with the next, once the file is read. */
type StepToCome = {
  readonly from: From<'uploaded'>
  readonly at: string
  readonly changes: Pick<StepChanges, 'file' | 'version' | 'receivedAt'>
}

/** A submission whose file has arrived; with the bytes of that file where they were read just now. */
export type Taken = { readonly submission: Submission; readonly bytes?: Uint8Array; readonly toCome?: StepToCome }

/** A file that it may take seconds to read is shown as received before. */
const LARGE_BYTES = 1024 * 1024

export const readUpload = async (uploads: Files, key: string, objectVersion: string | undefined): Promise<Uint8Array> => {
  const bytes = await uploads.read(key, objectVersion)
  if (bytes === undefined) throw new Error(`version ${objectVersion} of ${key} is gone`)
  return bytes
}

/** Shows that the file has come, before it is read. */
export const showReceived = async ({ submissions }: Pick<Needs, 'submissions'>, id: string, { from, at, changes }: StepToCome) => {
  const { moved, submission } = await submissions.advance(id, from, 'uploaded', { at }, changes)
  if (!moved && submission?.status === 'lapsed') throw new Error(`submission ${id} lapsed meanwhile`) // The next delivery revives it.
  return { moved, submission }
}

/**
 * Records which object version the submission is made of, the first that came and it alone, together with the version of its own that it gets: by one
 * write, to which every later delivery holds. The submission itself is written once its file is read; where that broke off before, at once.
 */
const recordFile = async (needs: Needs, opened: Submission, from: From<'uploaded'>, objectVersion: string): Promise<Taken | undefined> => {
  const { claims, uploads, clock } = needs
  const { id, key } = opened
  const bytes = await readUpload(uploads, key, objectVersion)
  const came = { file: { objectVersion, sha256: await sha256Of(bytes), bytes: bytes.length }, at: clock.now().toISOString() }
  // An older build gave versions when leave was asked.
  const {
    version,
    again,
    arrival = came,
  } = opened.version === undefined ? await claims.arrive(opened, came) : { version: opened.version, again: true }
  const { file, at } = arrival
  const toCome = { from, at, changes: { file, version, receivedAt: at } }
  const read = file.objectVersion === objectVersion && { bytes }
  if (!again && file.bytes < LARGE_BYTES) return { submission: { ...opened, ...toCome.changes }, ...read, toCome }
  const { submission } = await showReceived(needs, id, toCome)
  return submission && { submission, ...(submission.file?.objectVersion === objectVersion && { bytes }) }
}

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

/** Shows in the history that something else came to the same key; it is kept there, and never read. */
export const noteOther = async (needs: Needs, submission: Submission | undefined, { upload }: Arrival): Promise<void> => {
  const file = submission?.file
  if (submission !== undefined && file !== undefined && upload !== undefined && upload.version !== file.objectVersion)
    await noteLaterUpload(needs, submission, upload.version)
}

/** The submission with the file that arrived for it; undefined where what arrived is to be left alone. */
export const takeUpload = async (needs: Needs, { submission: id, upload }: Arrival): Promise<Taken | undefined> => {
  const { submissions, uploads, log } = needs
  const submission = id === null ? undefined : await submissions.load(id)
  const facts = { submission: id ?? '', key: upload?.key ?? '' }
  if (submission === undefined) return void log.warn('upload of no submission ignored', facts)
  if (upload !== undefined && upload.key !== submission.key) return void log.warn('upload under a foreign key ignored', facts)
  const { status } = submission
  if (!comesFrom('uploaded', status)) return { submission }
  const version = upload?.version ?? (await uploads.head(submission.key))?.version
  if (version === undefined) return void log.info('nothing uploaded yet', facts)
  return recordFile(needs, submission, status, version)
}
