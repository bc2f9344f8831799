import { sha256Of } from '../../shared/document/content-hash.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import type { Arrival } from '../events/queue-event.ts'

type Needs = Pick<Ports, 'submissions' | 'uploads' | 'clock' | 'log'>

/** Records which object version the submission is made of: the first that came, and it alone. */
const recordFile = async ({ submissions, uploads, clock }: Needs, { id, key }: Submission, objectVersion: string): Promise<void> => {
  const bytes = await uploads.read(key, objectVersion)
  if (bytes === undefined) throw new Error(`version ${objectVersion} of ${key} is gone`)
  const file = { objectVersion, sha256: await sha256Of(bytes), bytes: bytes.length }
  await submissions.advance(id, 'requested', 'uploaded', { at: clock.now().toISOString(), by: 'parse-report' }, { file })
}

/** Shows in the history that something else came to the same key; it is kept there, and never read. */
const noteLaterUpload = async ({ submissions, clock, log }: Needs, { id, status, history }: Submission, version: string): Promise<void> => {
  log.warn('later upload ignored', { submission: id, version })
  if (history.some(({ note }) => note?.includes(version))) return
  const note = `又收到一次上传,未采用(对象版本 ${version})`
  await submissions.note(id, { status, at: clock.now().toISOString(), by: 'parse-report', note })
}

/** The submission with the file that arrived for it; undefined where what arrived is to be left alone. */
export const takeUpload = async (needs: Needs, { submission: id, upload }: Arrival): Promise<Submission | undefined> => {
  const { submissions, uploads, log } = needs
  const submission = id === null ? undefined : await submissions.load(id)
  const facts = { submission: id ?? '', key: upload?.key ?? '' }
  if (submission === undefined) return void log.warn('upload of no submission ignored', facts)
  if (upload !== undefined && upload.key !== submission.key) return void log.warn('upload under a foreign key ignored', facts)
  if (submission.status === 'lapsed') return void log.warn('upload after the submission lapsed ignored', facts)
  if (submission.status === 'requested') {
    const version = upload?.version ?? (await uploads.head(submission.key))?.version
    if (version === undefined) return void log.info('nothing uploaded yet', facts)
    await recordFile(needs, submission, version)
  }
  const current = await submissions.load(submission.id)
  if (current?.file !== undefined && upload !== undefined && upload.version !== current.file.objectVersion)
    await noteLaterUpload(needs, current, upload.version)
  return current
}
