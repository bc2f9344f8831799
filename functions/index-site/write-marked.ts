import pMap from 'p-map'
import type { Mark } from '../../shared/ports/site-stores.ts'
import { renderCurrent } from '../../shared/publication/current-page.tsx'
import { SIDE_BY_SIDE, writeFiles } from '../site/site-files.ts'
import { type Changes, writeLists } from '../site/write-lists.ts'
import type { ListNeeds, Manner } from '../site/write-parts.ts'

const changesOf = (marks: readonly Mark[]): Changes => {
  const agencies = new Map<string, { agencyName: string; years: Set<number> }>()
  const years = new Map<number, Set<string>>()
  for (const { agencyId, agencyName, year } of marks) {
    const agency = agencies.get(agencyId) ?? { agencyName, years: new Set() }
    agencies.set(agencyId, { agencyName, years: agency.years.add(year) })
    years.set(year, (years.get(year) ?? new Set()).add(agencyId))
  }
  return { agencies, years }
}

/** Writes all lists that some marks are about, then takes the marks away. */
export const writeMarked = async (needs: ListNeeds, marks: readonly Mark[], manner: Manner): Promise<void> => {
  const { publications, site, siteUrl } = needs
  const contested = marks.filter((mark) => mark.contested && !mark.withdrawn)
  const current = await pMap(contested, ({ agencyId, year }) => publications.load(agencyId, year), SIDE_BY_SIDE)
  await writeFiles(
    site,
    current.flatMap((publication) => (publication === undefined ? [] : [renderCurrent({ siteUrl }, publication)])),
  )
  await writeLists(needs, changesOf(marks), manner)
  await pMap(marks, (mark) => publications.settle(mark), SIDE_BY_SIDE)
}
