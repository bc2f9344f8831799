import type { Assessment } from '../../shared/assessment/assessment.ts'
import { type Comparison, difference } from '../../shared/assessment/difference.ts'
import type { Explanation } from '../../shared/assessment/explanation.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { comparedWith } from '../../shared/submission/compared-with.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { assessments } from './results.ts'

/** What is stored of a submission's findings; `comparison` where a version before was judged too. */
export type StoredFindings = {
  readonly assessment: Assessment | undefined
  readonly comparison: Comparison | undefined
  /** Of the agency and year: also of findings that other versions had. */
  readonly explanations: readonly Explanation[]
}

type Needs = Pick<Ports, 'lists' | 'uploads' | 'explanations'>

/** The first version has none before it. */
const mayHaveEarlier = ({ version }: Submission): boolean => version !== undefined && version > 1

export const loadFindings = async ({ lists, uploads, explanations }: Needs, submission: Submission): Promise<StoredFindings> => {
  const { agencyId, year } = submission
  const load = ({ id }: Submission) => assessments.read(uploads, id)
  const [assessment, said, versions] = await Promise.all([
    load(submission),
    explanations.ofAgencyAndYear(agencyId, year),
    mayHaveEarlier(submission) ? lists.ofAgencyAndYear(agencyId, year, submission) : [],
  ])
  const earlier = comparedWith(submission, versions)
  const before = earlier && (await load(earlier))
  const comparison = earlier &&
    before &&
    assessment && { version: earlier.version, difference: difference(before.findings, assessment.findings) }
  return { assessment, comparison, explanations: said }
}
