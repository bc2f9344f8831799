import type { Publication } from '../submission/submission.ts'
import { agenciesPartAddress, HOME, indexCsv, indexJson, linkFrom, STYLE_SHEET, yearAddress } from './addresses.ts'
import { AgencyList } from './agency-list.tsx'
import type { WrittenPart } from './list-parts.ts'
import type { ListedAgency } from './listed-agency.ts'
import { notFoundPage } from './not-found-page.tsx'
import { openIndex, openIndexOfParts } from './open-index.ts'
import { renderPage } from './page.tsx'
import { PartList, shown } from './part-list.tsx'
import { cssFile, htmlFile, type PublishedFile } from './published-file.ts'
import { type Site, siteNameOf } from './site.ts'
import { SITE_STYLE } from './site-style.ts'

export type HomeContent = {
  /** Those with publications, the newest first. */
  readonly years: readonly { readonly year: number; readonly count: number }[]
  /** All agencies with publications, or the parts of their list where they are too many. */
  readonly agencies: { readonly all: readonly ListedAgency[] } | { readonly parts: readonly WrittenPart[] }
  /** All publications, newest year first, then by agency; undefined where they are too many for one index. */
  readonly publications: readonly Publication[] | undefined
}

const Years = ({ years }: Pick<HomeContent, 'years'>) => (
  <section aria-labelledby="years">
    <h2 id="years">按年度查阅</h2>
    <ul class="years">
      {years.map(({ year, count }) => (
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

const Agencies = ({ agencies }: Pick<HomeContent, 'agencies'>) => (
  <section aria-labelledby="agencies">
    <h2 id="agencies">按机关查阅</h2>
    {'all' in agencies ? (
      <AgencyList from={HOME} agencies={agencies.all} />
    ) : (
      <PartList from={HOME} parts={shown(agencies.parts).map(({ number, shows }) => ({ address: agenciesPartAddress(number), shows }))} />
    )}
  </section>
)

/** The home page: every year, every agency, and the open index. */
const homePage = (site: Site, { years, agencies }: HomeContent): string =>
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
          {years.length === 0 && <p class="call">还没有已发布的报告。</p>}
        </section>
        {years.length > 0 && (
          <>
            <Years years={years} />
            <Agencies agencies={agencies} />
          </>
        )}
        <section aria-labelledby="open-data">
          <h2 id="open-data">开放数据</h2>
          <p>
            全部报告的目录:<a href={linkFrom(HOME)(indexCsv(HOME))}>目录(CSV)</a>、<a href={linkFrom(HOME)(indexJson(HOME))}>目录(JSON)</a>
          </p>
        </section>
      </>
    ),
  })

/** What no publication changes: the style sheet that all pages have in common, and the error page. */
export const renderStatic = (site: Site): PublishedFile[] => [cssFile(STYLE_SHEET, SITE_STYLE), htmlFile('/404.html', notFoundPage(site))]

/** The home page, the open index of all, and what no publication changes. */
export const renderHome = (site: Site, content: HomeContent): PublishedFile[] => [
  ...renderStatic(site),
  htmlFile(`${HOME}index.html`, homePage(site, content)),
  ...(content.publications === undefined
    ? openIndexOfParts(
        HOME,
        content.years.map(({ year, count }) => ({ address: yearAddress(year), count })),
      )
    : openIndex(HOME, content.publications)),
]
