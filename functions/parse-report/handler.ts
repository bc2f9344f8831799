import type { Ports } from '../../shared/ports/ports.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { announceNext } from '../events/announce-next.ts'
import { Arrivals } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { readings } from '../stored/results.ts'
import { noteOther, readUpload, showReceived, type Taken, takeUpload } from './take-upload.ts'

type Needs = Pick<Ports, 'submissions' | 'claims' | 'uploads' | 'queue' | 'readTools' | 'clock' | 'log'>

/** Reads an uploaded file into a document, or finds that it cannot be read, and keeps either; then tells the next function. */
export const createHandler = (needs: Needs) =>
  queueHandler(Arrivals, needs.log, async (arrivals) => {
    for (const arrival of arrivals) {
      const taken = await takeUpload(needs, arrival)
      if (taken === undefined) continue
      const parsed = await parse(needs, taken)
      await noteOther(needs, parsed, arrival)
      await announceNext(needs.queue, 'parse-report', parsed)
    }
  })

const parse = async (needs: Needs, taken: Taken): Promise<Submission | undefined> => {
  const { submission, toCome } = taken
  if (toCome === undefined && submission.status !== 'uploaded') return submission
  await keepReading(needs, taken).catch(async (error: unknown) => {
    if (toCome !== undefined) await showReceived(needs, submission.id, toCome)
    throw error
  })
  return takeStep(needs, taken)
}

const keepReading = async ({ uploads, readTools }: Needs, { submission: { id, key, file }, bytes }: Taken): Promise<void> => {
  const reading = await readFile(bytes ?? (await readUpload(uploads, key, file?.objectVersion)), readTools)
  await readings.write(uploads, id, reading)
}

const takeStep = async (needs: Needs, { submission: { id }, toCome }: Taken): Promise<Submission | undefined> => {
  const { submissions, clock } = needs
  const step = { at: clock.now().toISOString() }
  if (toCome !== undefined) {
    const { from, at, changes } = toCome
    const { submission } = await submissions.advanceTwice(id, from, 'uploaded', 'parsed', [{ at }, step], changes)
    if (submission?.status === 'lapsed') throw new Error(`submission ${id} lapsed meanwhile`) // The next delivery revives it.
    if (submission?.status !== 'uploaded') return submission
  }
  return (await submissions.advance(id, 'uploaded', 'parsed', step)).submission
}
