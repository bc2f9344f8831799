import type { Ports } from '../../shared/ports/ports.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import { mayStillBeTheOne, newestOfFile } from '../../shared/submission/same-file.ts'
import { entryOf } from '../../shared/submission/step.ts'
import type { Agency, Submission } from '../../shared/submission/submission.ts'
import { isMadeOfFile, submissionIdOf } from '../../shared/submission/submission-id.ts'
import { type VerdictBasis, wouldBeTheSame } from '../../shared/submission/verdict-basis.ts'
import { highestVersionFirst } from '../../shared/submission/version.ts'

type Needs = Pick<Ports, 'submissions' | 'lists'>

type Asked = {
  readonly agency: Agency
  readonly year: number
  readonly fileName: string
  readonly sha256: string
  readonly person: string
  /** ISO instant. */
  readonly at: string
}

const opened = (id: string, first: boolean, { agency, year, fileName, sha256, person, at }: Asked): Submission => ({
  id,
  agencyId: agency.id,
  agencyName: agency.name,
  year,
  status: 'requested',
  since: at,
  fileName,
  key: uploadKey(agency.id, id),
  declaredSha256: sha256,
  submittedBy: person,
  history: [entryOf('requested', { at, by: person })],
  ...(first && { first }),
  mails: [],
})

/** Of what was handed in before ids were made of files, the submission that has the file: whose file came, or is awaited still. */
const ofBefore = async (submissions: Needs['submissions'], ids: Iterable<string>, sha256: string): Promise<Submission | undefined> => {
  const loaded = await Promise.all([...ids].filter((id) => !isMadeOfFile(id)).map((id) => submissions.load(id)))
  const before = loaded.filter((submission) => submission !== undefined).toSorted(highestVersionFirst)
  return newestOfFile(before, sha256) ?? before.find(({ status, declaredSha256 }) => status === 'requested' && declaredSha256 === sha256)
}

/**
 * The submission of a file: the one that has it while its verdict would be the same, or else a new one, the next attempt with it. Attempts have ids that follow
 * from the file, so that of requests at the same time one creates the submission, and the others find it. The basis is asked for where it decides.
 */
export const openSubmission = async (
  { submissions, lists }: Needs,
  asked: Asked,
  basis: () => Promise<VerdictBasis>,
): Promise<Submission> => {
  const { agency, year, sha256 } = asked
  const file = { agencyId: agency.id, year, sha256 }
  const known = new Set(await lists.idsOf(agency.id, year))
  const stillTheOne = async (submission: Submission): Promise<boolean> =>
    mayStillBeTheOne(submission) && (submission.verdict === undefined || wouldBeTheSame(submission, await basis()))

  let last: string | undefined
  for (let attempt = 0; ; attempt += 1) {
    const id = await submissionIdOf(file, attempt)
    if (!known.has(id)) {
      const standing = await (last === undefined ? ofBefore(submissions, known, sha256) : submissions.load(last))
      if (standing !== undefined && (await stillTheOne(standing))) return standing
      const submission = opened(id, known.size === 0, asked)
      if (await submissions.create(submission)) return submission
    }
    last = id // The list has it, or another request was quicker.
  }
}
