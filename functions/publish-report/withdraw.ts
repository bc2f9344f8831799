import { agencyAddress, currentAddress, versionAddress, yearAddress } from '../../shared/publication/addresses.ts'
import { renderWithdrawalNotice } from '../../shared/publication/render-withdrawal-notice.tsx'
import type { Submission } from '../../shared/submission/submission.ts'
import type { PublishNeeds } from './publish.ts'
import { siteKey, writeFiles, writeSitePages } from './site-files.ts'

/** Takes a withdrawn version out of public; at its addresses a notice stays. */
export const withdraw = async ({ publications, site, siteUrl }: PublishNeeds, submission: Submission): Promise<void> => {
  const { id, agencyId, year, version, since } = submission
  const own = versionAddress(agencyId, year, version)
  const current = currentAddress(agencyId, year)
  const notice = (address: string) => renderWithdrawalNotice(address, { submission, withdrawnAt: since, siteUrl })
  await writeFiles(site, [notice(own)])
  for (const key of await site.list(siteKey(own))) if (key !== siteKey(`${own}index.html`)) await site.remove(key)

  const standing = await publications.load(agencyId, year)
  if (standing?.submissionId === id) await publications.remove(standing)
  const written = await writeSitePages(publications, site, siteUrl)
  if (!written.has(`${current}index.html`)) await writeFiles(site, [notice(current)])
  for (const address of [agencyAddress(agencyId), yearAddress(year)])
    if (!written.has(`${address}index.html`)) await site.remove(siteKey(`${address}index.html`))
}
