import type { Publication } from '../submission/submission.ts'
import { agencyAddress, HOME, INDEX_CSV, INDEX_JSON, linkFrom, yearAddress } from './addresses.ts'
import { renderPage } from './page.tsx'
import { PublicationList } from './publication-list.tsx'
import { type Site, siteNameOf } from './site.ts'

const countBy = <K,>(publications: readonly Publication[], keyOf: (publication: Publication) => K): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const publication of publications) counts.set(keyOf(publication), (counts.get(keyOf(publication)) ?? 0) + 1)
  return counts
}

const Years = ({ publications }: { publications: readonly Publication[] }) => (
  <section aria-labelledby="years">
    <h2 id="years">按年度查阅</h2>
    <ul class="years">
      {[...countBy(publications, ({ year }) => year)]
        .toSorted(([a], [b]) => b - a)
        .map(([year, count]) => (
          <li key={year}>
            <a href={linkFrom(HOME)(yearAddress(year))}>
              <strong>{`${year}年`}</strong>
              {`${count}个机关`}
            </a>
          </li>
        ))}
    </ul>
  </section>
)

const Agencies = ({ publications }: { publications: readonly Publication[] }) => {
  const names = new Map(publications.map(({ agencyId, agencyName }) => [agencyId, agencyName]))
  return (
    <section aria-labelledby="agencies">
      <h2 id="agencies">按机关查阅</h2>
      <ul>
        {[...countBy(publications, ({ agencyId }) => agencyId)].toSorted().map(([id, count]) => (
          <li key={id}>
            <a href={linkFrom(HOME)(agencyAddress(id))}>{names.get(id)}</a>
            {`(${count}份)`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The home page: every year, every agency, and the open index. */
export const homePage = (site: Site, publications: readonly Publication[]): string =>
  renderPage({
    site,
    address: HOME,
    title: siteNameOf(site),
    children: (
      <>
        <section>
          <h1>{siteNameOf(site)}</h1>
          <p>
            各行政机关按照《中华人民共和国政府信息公开条例》发布的政府信息公开工作年度报告。每份报告都可以在线阅读,也可以下载其中的数据。
          </p>
          {publications.length === 0 && <p class="call">还没有已发布的报告。</p>}
        </section>
        {publications.length > 0 && (
          <>
            <Years publications={publications} />
            <Agencies publications={publications} />
          </>
        )}
        <section aria-labelledby="open-data">
          <h2 id="open-data">开放数据</h2>
          <p>
            全部报告的目录:<a href={linkFrom(HOME)(INDEX_CSV)}>目录(CSV)</a>、<a href={linkFrom(HOME)(INDEX_JSON)}>目录(JSON)</a>
          </p>
        </section>
      </>
    ),
  })

/** All reports of a year, one agency a line. */
export const yearPage = (site: Site, year: number, publications: readonly Publication[]): string => {
  const title = `${year}年政府信息公开工作年度报告`
  const address = yearAddress(year)
  return renderPage({
    site,
    address,
    title,
    children: (
      <section>
        <h1>{title}</h1>
        <div class="wide">
          <PublicationList list="of-year" caption={`共${publications.length}个机关`} address={address} publications={publications} />
        </div>
      </section>
    ),
  })
}

/** All reports of an agency, the newest year first. */
export const agencyPage = (site: Site, agencyId: string, publications: readonly Publication[]): string => {
  const title = `${publications[0]?.agencyName ?? agencyId}历年政府信息公开工作年度报告`
  const address = agencyAddress(agencyId)
  return renderPage({
    site,
    address,
    title,
    children: (
      <section>
        <h1>{title}</h1>
        <div class="wide">
          <PublicationList list="of-agency" caption={`共${publications.length}份`} address={address} publications={publications} />
        </div>
      </section>
    ),
  })
}
