import { agencyAddress, currentAddress, yearAddress } from '../../shared/publication/addresses.ts'
import { renderWithdrawn } from '../../shared/publication/render-withdrawn.tsx'
import { isTakenOutOfPublic, takenOutOfPublic } from '../../shared/submission/history.ts'
import type { Received } from '../../shared/submission/submission.ts'
import type { PublishNeeds } from './publish.ts'
import { siteKey, writeFiles, writeSitePages } from './site-files.ts'

/** Takes a withdrawn version out of public; at its addresses a notice stays. Where another version is the current one, that stays it. */
export const withdraw = async (needs: PublishNeeds, submission: Received): Promise<void> => {
  const { submissions, publications, site, clock, siteUrl } = needs
  const { id, agencyId, year } = submission
  const standing = await publications.load(agencyId, year)
  const isCurrent = standing === undefined || standing.submissionId === id
  const current = `${currentAddress(agencyId, year)}index.html`
  const notices = renderWithdrawn({ submission, siteUrl }).filter(({ path }) => isCurrent || path !== current)
  await writeFiles(site, notices)
  if (standing?.submissionId === id) await publications.remove(standing)

  const written = await writeSitePages(publications, site, siteUrl)
  // Once more, as somebody else who published meanwhile may have listed it still.
  await writeFiles(
    site,
    notices.filter(({ path }) => !written.has(path)),
  )
  for (const address of [agencyAddress(agencyId), yearAddress(year)]) {
    const path = `${address}index.html`
    if (!written.has(path)) await site.remove(siteKey(path))
  }
  if (!isTakenOutOfPublic(submission)) await submissions.note(submission, takenOutOfPublic(submission, clock.now().toISOString()))
}
