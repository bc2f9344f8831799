import type { Ports } from '../../shared/ports/ports.ts'
import { successorOf } from '../../shared/submission/newer-version.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { otherVersions } from '../stored/other-versions.ts'

/** Lets the newest version that passed take the place of all that still wait: of this one too, where a newer was quicker. */
export const replaceOlder = async (
  needs: Pick<Ports, 'submissions' | 'lists' | 'claims' | 'clock'>,
  submission: Submission,
): Promise<void> => {
  const versions = [submission, ...(await otherVersions(needs, submission))]
  for (const waiting of versions.filter(({ status }) => status === 'passed')) {
    const successor = successorOf(waiting, versions)
    if (successor === undefined) continue
    const step = { at: needs.clock.now().toISOString(), note: `第${successor.version}版已核查通过` }
    await needs.submissions.advance(waiting.id, 'passed', 'replaced', step)
  }
}
