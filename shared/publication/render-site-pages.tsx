import type { Publication } from '../submission/submission.ts'
import { agencyAddress, currentAddress, HOME, INDEX_CSV, INDEX_JSON, STYLE_SHEET, versionAddress, yearAddress } from './addresses.ts'
import { toCsv } from './csv.ts'
import { currentPage } from './current-page.tsx'
import { agencyPage, homePage, yearPage } from './index-pages.tsx'
import { notFoundPage } from './not-found-page.tsx'
import { cssFile, csvFile, htmlFile, jsonFile, type PublishedFile } from './published-file.ts'
import type { Site } from './site.ts'
import { SITE_STYLE } from './site-style.ts'

type Entry = Omit<Publication, 'submissionId'>

/** The index as open data; `page` is relative to the index itself, as every link of the site is. */
const entryOf = ({ submissionId, ...publication }: Publication): Entry => ({
  ...publication,
  page: versionAddress(publication.agencyId, publication.year, publication.version).slice(1),
})

const INDEX_COLUMNS: Record<keyof Entry, string> = {
  agencyId: '机构编号',
  agencyName: '发布机构',
  year: '年度',
  version: '版本',
  title: '标题',
  publishedAt: '公开时间',
  page: '页面',
}

const indexCsv = (entries: readonly Entry[]): string => {
  const fields = Object.keys(INDEX_COLUMNS) as (keyof Entry)[]
  return toCsv(
    Object.values(INDEX_COLUMNS),
    entries.map((entry) => fields.map((field) => entry[field])),
  )
}

/** Newest year first, then by agency. */
const inOrder = (publications: readonly Publication[]): Publication[] =>
  publications.toSorted((a, b) => b.year - a.year || (a.agencyId < b.agencyId ? -1 : 1))

/** Every page beside the reports themselves: home, years, agencies, current versions, the open index, the style sheet, the error page. */
export const renderSitePages = ({ publications, ...site }: Site & { readonly publications: readonly Publication[] }): PublishedFile[] => {
  const all = inOrder(publications)
  const agencies = [...new Set(all.map(({ agencyId }) => agencyId))]
  const years = [...new Set(all.map(({ year }) => year))]
  const page = (address: string, content: string) => htmlFile(`${address}index.html`, content)
  return [
    page(HOME, homePage(site, all)),
    ...years.map((year) =>
      page(
        yearAddress(year),
        yearPage(
          site,
          year,
          all.filter((publication) => publication.year === year),
        ),
      ),
    ),
    ...agencies.map((id) =>
      page(
        agencyAddress(id),
        agencyPage(
          site,
          id,
          all.filter(({ agencyId }) => agencyId === id),
        ),
      ),
    ),
    ...all.map((publication) => page(currentAddress(publication.agencyId, publication.year), currentPage(site, publication))),
    htmlFile('/404.html', notFoundPage(site)),
    cssFile(STYLE_SHEET, SITE_STYLE),
    jsonFile(INDEX_JSON, { schema: 1, publications: all.map(entryOf) }),
    csvFile(INDEX_CSV, indexCsv(all.map(entryOf))),
  ]
}
