import { currentAddress } from '../../shared/publication/addresses.ts'
import { renderWithdrawn } from '../../shared/publication/render-withdrawn.tsx'
import { isTakenOutOfPublic, takenOutOfPublic } from '../../shared/submission/history.ts'
import type { Received } from '../../shared/submission/submission.ts'
import { writeFiles } from '../site/site-files.ts'
import type { PublishNeeds } from './publish.ts'

/**
 * Takes a withdrawn version out of public; at its addresses a notice stays, to which the lists lead until they are written. Where another version is the
 * current one, that stays it.
 */
export const withdraw = async (needs: PublishNeeds, submission: Received): Promise<void> => {
  const { submissions, publications, site, queue, clock, siteUrl } = needs
  const { id, agencyId, year } = submission
  const standing = await publications.load(agencyId, year)
  const isCurrent = standing === undefined || standing.submissionId === id
  const current = `${currentAddress(agencyId, year)}index.html`
  await writeFiles(
    site,
    renderWithdrawn({ submission, siteUrl }).filter(({ path }) => isCurrent || path !== current),
  )
  const at = clock.now().toISOString()
  if (isCurrent) {
    if (standing !== undefined) await publications.withdraw(standing, at)
    await queue.send(id, 'index-site')
  }
  if (!isTakenOutOfPublic(submission)) await submissions.note(submission, takenOutOfPublic(submission, at))
}
