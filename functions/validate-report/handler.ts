import type { Explanation } from '../../shared/assessment/explanation.ts'
import { judge } from '../../shared/assessment/judge.ts'
import { withWaivers } from '../../shared/assessment/waiver.ts'
import { shanghaiDate } from '../../shared/feedback/shanghai-time.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { reportOf } from '../../shared/report/recognise-report.ts'
import { recordOf } from '../../shared/report/record.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import { takesPlace } from '../../shared/submission/newer-version.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { verdictStep } from '../../shared/submission/verdict-step.ts'
import { received } from '../../shared/submission/version.ts'
import { announceNext } from '../events/announce-next.ts'
import { SubmissionMessage } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { judgedReports, readings } from '../stored/results.ts'
import { contextOf } from './context.ts'
import { replaceOlder } from './replace-older.ts'

type Needs = Pick<
  Ports,
  | 'submissions'
  | 'lists'
  | 'claims'
  | 'agencies'
  | 'publications'
  | 'likeness'
  | 'waivers'
  | 'explanations'
  | 'deadlines'
  | 'uploads'
  | 'queue'
  | 'clock'
  | 'log'
>

/** Recognises the report in the document and runs every rule on it; then tells the next function. What passes takes the place of older versions. */
export const createHandler = (needs: Needs) =>
  queueHandler(SubmissionMessage, needs.log, async ({ submission: id }) => {
    const submission = await needs.submissions.load(id)
    const judged = submission?.status === 'parsed' ? await validate(needs, submission) : submission
    await announceNext(needs.queue, 'validate-report', judged)
    if (judged !== undefined && takesPlace(judged.status)) await replaceOlder(needs, judged)
  })

/** Explanations are of versions before, and of warnings alone. */
const explainedBefore = async ({ explanations }: Needs, submission: Submission, findings: readonly Finding[]): Promise<Explanation[]> => {
  const { agencyId, year, version } = received(submission)
  return version > 1 && findings.some(({ severity }) => severity === 'warning') ? explanations.ofAgencyAndYear(agencyId, year) : []
}

const validate = async (needs: Needs, submission: Submission): Promise<Submission | undefined> => {
  const { submissions, likeness, waivers, uploads, clock } = needs
  const { id, agencyId, agencyName, year, version, file } = received(submission)
  const reading = await readings.read(uploads, id)
  if (reading === undefined) throw new Error(`submission ${id} is parsed, but has no document`)
  const report = reportOf(reading)
  const record = recordOf(report)
  const signature = signatureOf(record)
  const at = clock.now().toISOString()
  const { context, basis, entry } = await contextOf(needs, submission, report, signature)
  const judged = await judge(report, { context, sha256: file?.sha256 ?? null })
  // Waivers are of errors alone: of a report without any they are not asked for.
  const granted = judged.findings.some(({ severity }) => severity === 'error') ? await waivers.ofAgency(agencyId) : []
  const assessment = { ...judged, findings: withWaivers(judged.findings, granted, shanghaiDate(at)) }
  await judgedReports.write(uploads, id, report, assessment)
  const { to, changes } = verdictStep(report, assessment, await explainedBefore(needs, submission, assessment.findings))
  // Only what passed: a file handed in for the wrong agency must not make its true author a copyist.
  if (to === 'passed')
    await likeness.put({ agencyId, agencyName, year, version, submissionId: id, signature, tables: record.tables }, entry)
  return (await submissions.advance(id, 'parsed', to, { at }, { ...changes, ...basis })).submission
}
