import type { Ports } from '../../shared/ports/ports.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { announceNext } from '../events/announce-next.ts'
import { Arrivals } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { readings } from '../stored/results.ts'
import { readUpload, type Taken, takeUpload } from './take-upload.ts'

type Needs = Pick<Ports, 'submissions' | 'claims' | 'uploads' | 'queue' | 'readTools' | 'clock' | 'log'>

/** Reads an uploaded file into a document, or finds that it cannot be read, and keeps either; then tells the next function. */
export const createHandler = (needs: Needs) =>
  queueHandler(Arrivals, needs.log, async (arrivals) => {
    for (const arrival of arrivals) {
      const taken = await takeUpload(needs, arrival)
      if (taken !== undefined) await announceNext(needs.queue, 'parse-report', await parse(needs, taken))
    }
  })

const parse = async ({ submissions, uploads, readTools, clock }: Needs, { submission, bytes }: Taken): Promise<Submission | undefined> => {
  const { id, status, key, file } = submission
  if (status !== 'uploaded') return submission
  const reading = await readFile(bytes ?? (await readUpload(uploads, key, file?.objectVersion)), readTools)
  await readings.write(uploads, id, reading)
  return (await submissions.advance(id, 'uploaded', 'parsed', { at: clock.now().toISOString() })).submission
}
