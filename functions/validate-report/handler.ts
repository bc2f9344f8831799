import { judge } from '../../shared/assessment/judge.ts'
import { countBySeverity, verdictOf } from '../../shared/assessment/verdict.ts'
import type { Reading } from '../../shared/document/reading.ts'
import { shanghaiDate } from '../../shared/feedback/shanghai-time.ts'
import { readJson, writeJson } from '../../shared/ports/json-files.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { recordOf } from '../../shared/report/record.ts'
import { assessmentKey, documentKey, reportKey } from '../../shared/submission/keys.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { SubmissionMessage } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { contextOf } from './context.ts'

type Needs = Pick<
  Ports,
  'submissions' | 'lists' | 'agencies' | 'publications' | 'likeness' | 'waivers' | 'uploads' | 'queue' | 'clock' | 'log'
>

/** Recognises the report in the document and runs every rule on it; then tells the next function. */
export const createHandler = (needs: Needs) =>
  queueHandler(SubmissionMessage, needs.log, async ({ submission: id }) => {
    const { submissions, queue } = needs
    const submission = await submissions.load(id)
    if (submission?.status === 'parsed') await validate(needs, submission)
    const status = (await submissions.load(id))?.status
    if (status === 'passed' || status === 'failed') await queue.send(id, 'notify-agency')
  })

const validate = async (needs: Needs, submission: Submission): Promise<void> => {
  const { submissions, likeness, waivers, uploads, clock } = needs
  const { id, agencyId, agencyName, year, version } = submission
  const reading = await readJson<Reading>(uploads, documentKey(id))
  if (reading === undefined || 'unreadable' in reading) throw new Error(`submission ${id} is parsed, but has no document`)
  const report = recogniseReport(reading)
  const signature = signatureOf(recordOf(report))
  const at = clock.now().toISOString()
  const assessment = await judge(report, {
    context: await contextOf(needs, submission, signature),
    sha256: submission.file?.sha256 ?? null,
    waivers: { granted: await waivers.ofAgency(agencyId), day: shanghaiDate(at) },
  })
  await writeJson(uploads, reportKey(id), report)
  await writeJson(uploads, assessmentKey(id), assessment)
  const { findings, ruleSet } = assessment
  const verdict = verdictOf(findings)
  // Only what passed: a file handed in for the wrong agency must not make its true author a copyist.
  if (verdict === 'pass') await likeness.put({ agencyId, agencyName, year, version, submissionId: id, signature })
  await submissions.advance(
    id,
    'parsed',
    verdict === 'pass' ? 'passed' : 'failed',
    { at, by: 'validate-report' },
    { verdict, counts: countBySeverity(findings), title: report.title?.text ?? null, ruleSet },
  )
}
