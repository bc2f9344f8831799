import { renderAgency } from '../../shared/publication/agency-pages.tsx'
import { renderCurrent } from '../../shared/publication/current-page.tsx'
import { renderHome } from '../../shared/publication/home-page.tsx'
import type { PublishedFile } from '../../shared/publication/published-file.ts'
import type { Site } from '../../shared/publication/site.ts'
import { renderYear } from '../../shared/publication/year-pages.tsx'
import type { Publication } from '../../shared/submission/submission.ts'

/** Every page beside the reports themselves of a site whose lists are short. */
export const smallSite = (publications: readonly Publication[], site: Site = {}): PublishedFile[] => {
  const all = publications.toSorted((a, b) => b.year - a.year || (a.agencyId < b.agencyId ? -1 : 1))
  const ids = [...new Set(all.map(({ agencyId }) => agencyId))].toSorted()
  const years = [...new Set(all.map(({ year }) => year))].map((year) => ({ year, of: all.filter((each) => each.year === year) }))
  const agencies = ids.map((agencyId) => {
    const of = all.filter((each) => each.agencyId === agencyId)
    return { agencyId, agencyName: of[0]?.agencyName ?? '', years: of.map(({ year }) => year), count: of.length, written: {}, of }
  })
  const content = { years: years.map(({ year, of }) => ({ year, count: of.length })), agencies: { all: agencies }, publications: all }
  return [
    ...renderHome(site, content),
    ...years.flatMap(({ year, of }) => renderYear(site, year, of)),
    ...agencies.map((agency) => renderAgency(site, agency, agency.of)),
    ...all.map((publication) => renderCurrent(site, publication)),
  ]
}
