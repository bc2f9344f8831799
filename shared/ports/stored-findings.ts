import type { Assessment } from '../findings/assessment.ts'
import { type Comparison, difference } from '../findings/difference.ts'
import { comparedWith } from '../submission/compared-with.ts'
import { assessmentKey } from '../submission/keys.ts'
import type { Submission } from '../submission/submission.ts'
import { readJson } from './json-files.ts'
import type { Ports } from './ports.ts'

/** What is stored of a submission's findings; `comparison` where a version before was judged too. */
export type StoredFindings = { readonly assessment: Assessment | undefined; readonly comparison: Comparison | undefined }

export const loadFindings = async (
  { lists, uploads }: Pick<Ports, 'lists' | 'uploads'>,
  submission: Submission,
): Promise<StoredFindings> => {
  const load = ({ id }: Submission) => readJson<Assessment>(uploads, assessmentKey(id))
  const assessment = await load(submission)
  const earlier = comparedWith(submission, await lists.ofAgencyAndYear(submission.agencyId, submission.year))
  const before = earlier && (await load(earlier))
  const comparison = earlier &&
    before &&
    assessment && { version: earlier.version, difference: difference(before.findings, assessment.findings) }
  return { assessment, comparison }
}
