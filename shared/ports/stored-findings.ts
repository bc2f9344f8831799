import type { Assessment } from '../assessment/assessment.ts'
import { type Comparison, difference } from '../assessment/difference.ts'
import type { Explanation } from '../assessment/explanation.ts'
import { comparedWith } from '../submission/compared-with.ts'
import { assessmentKey } from '../submission/keys.ts'
import type { Submission } from '../submission/submission.ts'
import { readJson } from './json-files.ts'
import type { Ports } from './ports.ts'

/** What is stored of a submission's findings; `comparison` where a version before was judged too. */
export type StoredFindings = {
  readonly assessment: Assessment | undefined
  readonly comparison: Comparison | undefined
  /** Of the agency and year: also of findings that other versions had. */
  readonly explanations: readonly Explanation[]
}

type Needs = Pick<Ports, 'lists' | 'uploads' | 'explanations'>

export const loadFindings = async ({ lists, uploads, explanations }: Needs, submission: Submission): Promise<StoredFindings> => {
  const { agencyId, year } = submission
  const load = ({ id }: Submission) => readJson<Assessment>(uploads, assessmentKey(id))
  const [assessment, said, versions] = await Promise.all([
    load(submission),
    explanations.ofAgencyAndYear(agencyId, year),
    lists.ofAgencyAndYear(agencyId, year),
  ])
  const earlier = comparedWith(submission, versions)
  const before = earlier && (await load(earlier))
  const comparison = earlier &&
    before &&
    assessment && { version: earlier.version, difference: difference(before.findings, assessment.findings) }
  return { assessment, comparison, explanations: said }
}
