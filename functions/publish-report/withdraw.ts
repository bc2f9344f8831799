import { agencyAddress, yearAddress } from '../../shared/publication/addresses.ts'
import { renderWithdrawn } from '../../shared/publication/render-withdrawn.tsx'
import type { Submission } from '../../shared/submission/submission.ts'
import type { PublishNeeds } from './publish.ts'
import { siteKey, writeFiles, writeSitePages } from './site-files.ts'

/** Takes a withdrawn version out of public; at its addresses a notice stays. */
export const withdraw = async ({ publications, site, siteUrl }: PublishNeeds, submission: Submission): Promise<void> => {
  const { id, agencyId, year } = submission
  const notices = renderWithdrawn({ submission, siteUrl })
  await writeFiles(site, notices)
  const standing = await publications.load(agencyId, year)
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
}
