import type { Ports } from '../../shared/ports/ports.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import { isStillTheOne, newestOfFile } from '../../shared/submission/same-file.ts'
import { entryOf } from '../../shared/submission/step.ts'
import type { Agency, Submission } from '../../shared/submission/submission.ts'
import type { VerdictBasis } from '../../shared/submission/verdict-basis.ts'

type Needs = Pick<Ports, 'submissions' | 'lists' | 'claims'>

type Asked = {
  readonly agency: Agency
  readonly year: number
  readonly fileName: string
  readonly sha256: string
  readonly person: string
  /** ISO instant. */
  readonly at: string
}

const opened = (id: string, { agency, year, fileName, sha256, person, at }: Asked): Submission => ({
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
  mails: [],
})

/**
 * The submission of a file: the one that has it while its verdict would be the same, or else a new one. The file is claimed first, under the id
 * that its submission will have: of requests at the same time one has the claim, and whoever finds it without a submission opens that.
 */
export const openSubmission = async (needs: Needs, asked: Asked, basis: VerdictBasis): Promise<Submission> => {
  const { submissions, lists, claims } = needs
  const { agency, year, sha256 } = asked
  const file = { agencyId: agency.id, year, sha256 }
  const open = async (id: string): Promise<Submission> => {
    const submission = opened(id, asked)
    return (await submissions.create(submission)) ? submission : ((await submissions.load(id)) ?? submission)
  }
  for (;;) {
    const holder = await claims.holderOf(file)
    // Files that came before there were claims are found in the list.
    const standing =
      holder === undefined ? newestOfFile(await lists.ofAgencyAndYear(agency.id, year), sha256) : await submissions.load(holder)
    if (standing !== undefined && isStillTheOne(standing, basis)) return standing
    if (standing === undefined && holder !== undefined) return open(holder)
    const id = crypto.randomUUID()
    if (await claims.giveFile(file, id, holder)) return open(id)
  }
}
