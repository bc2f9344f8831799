import { judge } from '../../shared/assessment/judge.ts'
import { countBySeverity } from '../../shared/assessment/verdict.ts'
import type { Unreadable } from '../../shared/document/reading.ts'
import { writeJson } from '../../shared/ports/json-files.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { unreadableReport } from '../../shared/report/recognise-report.ts'
import { assessmentKey, documentKey, reportKey } from '../../shared/submission/keys.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { Arrivals } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { takeUpload } from './take-upload.ts'

type Needs = Pick<Ports, 'submissions' | 'uploads' | 'queue' | 'readTools' | 'clock' | 'log'>

/** Reads an uploaded file into a document, or finds that it cannot be read; then tells the next function. */
export const createHandler = (needs: Needs) =>
  queueHandler(Arrivals, needs.log, async (arrivals) => {
    for (const arrival of arrivals) {
      const submission = await takeUpload(needs, arrival)
      if (submission?.status === 'uploaded') await parse(needs, submission)
      if (submission !== undefined) await tellNext(needs, submission.id)
    }
  })

const parse = async ({ submissions, uploads, readTools, clock }: Needs, { id, key, file }: Submission): Promise<void> => {
  const bytes = await uploads.read(key, file?.objectVersion)
  if (bytes === undefined) throw new Error(`the file of submission ${id} is gone`)
  const reading = await readFile(bytes, readTools)
  await writeJson(uploads, documentKey(id), reading)
  const step = { at: clock.now().toISOString(), by: 'parse-report' }
  if ('unreadable' in reading) {
    const { findings, ruleSet } = await writeUnreadable(uploads, id, reading, file?.sha256 ?? null)
    const counts = countBySeverity(findings)
    await submissions.advance(id, 'uploaded', 'unreadable', step, { verdict: 'unreadable', counts, title: null, ruleSet })
  } else await submissions.advance(id, 'uploaded', 'parsed', step)
}

const writeUnreadable = async (uploads: Needs['uploads'], id: string, reading: Unreadable, sha256: string | null) => {
  const report = unreadableReport(reading)
  const assessment = await judge(report, { context: {}, sha256 })
  await writeJson(uploads, reportKey(id), report)
  await writeJson(uploads, assessmentKey(id), assessment)
  return assessment
}

/** Told by the present status, so that a delivery after a crash tells it again. */
const tellNext = async ({ submissions, queue }: Needs, id: string): Promise<void> => {
  const status = (await submissions.load(id))?.status
  if (status === 'parsed') await queue.send(id, 'validate-report')
  if (status === 'unreadable') await queue.send(id, 'notify-agency')
}
