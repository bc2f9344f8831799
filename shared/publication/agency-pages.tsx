import type { Publication } from '../submission/submission.ts'
import { agenciesPartAddress, agencyAddress } from './addresses.ts'
import { AgencyList } from './agency-list.tsx'
import type { ListedAgency } from './listed-agency.ts'
import { renderPage } from './page.tsx'
import { PublicationList } from './publication-list.tsx'
import { htmlFile, type PublishedFile } from './published-file.ts'
import type { Site } from './site.ts'

/** All reports of an agency, the newest year first. */
export const renderAgency = (
  site: Site,
  { agencyId, agencyName }: Pick<ListedAgency, 'agencyId' | 'agencyName'>,
  publications: readonly Publication[],
): PublishedFile => {
  const title = `${agencyName}历年政府信息公开工作年度报告`
  const address = agencyAddress(agencyId)
  const children = (
    <section>
      <h1>{title}</h1>
      {publications.length === 0 ? (
        <p class="call">现在没有公开的报告。</p>
      ) : (
        <div class="wide">
          <PublicationList list="of-agency" caption={`共${publications.length}份`} address={address} publications={publications} />
        </div>
      )}
    </section>
  )
  return htmlFile(`${address}index.html`, renderPage({ site, address, title, children }))
}

/** One part of the agencies, where they are too many for the home page. */
export const renderAgenciesPart = (site: Site, part: number, agencies: readonly ListedAgency[]): PublishedFile[] => {
  const address = agenciesPartAddress(part)
  const names = [agencies[0]?.agencyName, agencies.at(-1)?.agencyName]
  const title = agencies.length > 0 ? `已公开年度报告的机关:${names.join(' 至 ')}` : '已公开年度报告的机关'
  const children = (
    <section>
      <h1>{title}</h1>
      <AgencyList from={address} agencies={agencies} />
    </section>
  )
  return [htmlFile(`${address}index.html`, renderPage({ site, address, title, children }))]
}
