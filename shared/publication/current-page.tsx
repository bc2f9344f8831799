import { shanghaiDateInWords, shanghaiMinute } from '../feedback/shanghai-time.ts'
import type { Publication } from '../submission/submission.ts'
import { agencyAddress, currentAddress, linkFrom, versionAddress } from './addresses.ts'
import { renderPage } from './page.tsx'
import { htmlFile, type PublishedFile } from './published-file.ts'
import type { Site } from './site.ts'

/** The page of an agency and year: says which version is current and sends the visitor on to its permanent page. */
export const renderCurrent = (site: Site, publication: Publication): PublishedFile => {
  const { agencyId, agencyName, year, version, title, publishedAt } = publication
  const address = currentAddress(agencyId, year)
  const canonical = versionAddress(agencyId, year, version)
  const html = renderPage({
    site,
    address,
    title,
    article: { title, date: shanghaiMinute(publishedAt), source: agencyName },
    canonical,
    sendsOn: true,
    trail: [{ label: agencyName, address: agencyAddress(agencyId) }],
    children: (
      <section>
        <h1>{title}</h1>
        <p>{`现行版本是第${version}版,${shanghaiDateInWords(publishedAt)}发布。浏览器将自动打开;没有打开的,请点下面的链接。`}</p>
        <p>
          <a href={linkFrom(address)(canonical)}>{`阅读第${version}版`}</a>
        </p>
      </section>
    ),
  })
  return htmlFile(`${address}index.html`, html)
}
