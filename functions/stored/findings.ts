import type { Assessment } from '../../shared/assessment/assessment.ts'
import { type Comparison, difference } from '../../shared/assessment/difference.ts'
import type { Explanation } from '../../shared/assessment/explanation.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { comparedWith } from '../../shared/submission/compared-with.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { assessments } from './results.ts'

/** What is told of an assessment. */
type Told = Pick<Assessment, 'findings' | 'remarks' | 'repairs' | 'disagreements'>

/** What is stored of a submission's findings; `comparison` where a version before was judged too. */
export type StoredFindings = {
  readonly assessment: Told | undefined
  readonly comparison: Comparison | undefined
  /** Of the agency and year: also of findings that other versions had. */
  readonly explanations: readonly Explanation[]
}

type Needs = Pick<Ports, 'lists' | 'uploads' | 'explanations'>

/** The first version has none before it. */
const mayHaveEarlier = ({ version }: Submission): boolean => version !== undefined && version > 1

/** Only warnings are explained. Submissions of before may have no counts. */
export const mayBeExplained = ({ counts }: Submission): boolean => counts === undefined || counts.warning > 0

const NOTHING: Told = { findings: [], remarks: [], repairs: [], disagreements: [] }

export const loadFindings = async ({ lists, uploads, explanations }: Needs, submission: Submission): Promise<StoredFindings> => {
  const { agencyId, year } = submission
  const load = async ({ id, clean }: Submission): Promise<Told | undefined> => (clean ? NOTHING : assessments.read(uploads, id))
  const [assessment, said, versions] = await Promise.all([
    load(submission),
    mayBeExplained(submission) ? explanations.ofAgencyAndYear(agencyId, year) : [],
    mayHaveEarlier(submission) ? lists.ofAgencyAndYear(agencyId, year, submission) : [],
  ])
  const earlier = comparedWith(submission, versions)
  const before = earlier && (await load(earlier))
  const comparison = earlier &&
    before &&
    assessment && { version: earlier.version, difference: difference(before.findings, assessment.findings) }
  return { assessment, comparison, explanations: said }
}
