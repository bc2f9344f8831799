import { isDeepStrictEqual } from 'node:util'
import pMap from 'p-map'
import { renderAgenciesPart, renderAgency } from '../../shared/publication/agency-pages.tsx'
import { AGENCIES, listOfYear, YEARS } from '../../shared/publication/list-parts.ts'
import type { ListedAgency } from '../../shared/publication/listed-agency.ts'
import { renderYear, renderYearOfParts, renderYearPart } from '../../shared/publication/year-pages.tsx'
import type { Publication } from '../../shared/submission/submission.ts'
import { SIDE_BY_SIDE, writeChanged } from './site-files.ts'
import { writeHome } from './write-home.ts'
import { type ListNeeds, type Manner, type Touched, writeParts } from './write-parts.ts'

/** What changed: agencies with their names, for their own pages, and for each year the agencies in its list. */
export type Changes = {
  readonly agencies: ReadonlyMap<string, { readonly agencyName: string; readonly years: ReadonlySet<number> }>
  readonly years: ReadonlyMap<number, Touched>
}

/** Writes the page of an agency; resolves with its id where lists of agencies show it otherwise now. */
const writeAgency = async (
  { publications, siteStore, site, siteUrl }: ListNeeds,
  [agencyId, changed]: readonly [string, { readonly agencyName: string; readonly years: ReadonlySet<number> }],
  { afresh }: Manner,
): Promise<string[]> => {
  const before = await siteStore.agency(agencyId)
  const years = [...new Set([...(before?.years ?? []), ...changed.years])].toSorted((a, b) => b - a)
  const standing = (await Promise.all(years.map((year) => publications.load(agencyId, year)))).flatMap((each) => each ?? [])
  const agencyName = standing[0]?.agencyName ?? changed.agencyName
  const page = renderAgency({ siteUrl }, { agencyId, agencyName }, standing)
  const written = await writeChanged(site, [page], afresh ? {} : (before?.written ?? {}))
  const now: ListedAgency = { agencyId, agencyName, years, count: standing.length, written }
  if (!isDeepStrictEqual(now, before)) await siteStore.saveAgency(now)
  return afresh || now.count !== before?.count || now.agencyName !== before.agencyName ? [agencyId] : []
}

/** Writes the list of a year; resolves with its publications where they stand on one page. */
const writeYear = async (
  needs: ListNeeds,
  year: number,
  touched: Touched,
  manner: Manner,
): Promise<{ readonly all: readonly Publication[] | undefined }> => {
  const { publications, siteStore, site, siteUrl } = needs
  const list = {
    list: listOfYear(year),
    load: (range: Parameters<typeof publications.ofYear>[1]) => publications.ofYear(year, range),
    render: (part: number, rows: readonly Publication[]) => renderYearPart({ siteUrl }, year, part, rows),
  }
  const { parts, rows } = await writeParts(needs, list, touched, manner)
  const all = parts.length === 1 ? (rows.get(1) ?? []) : undefined
  const files = all === undefined ? renderYearOfParts({ siteUrl }, year, parts) : renderYear({ siteUrl }, year, all)
  const before = (await siteStore.parts(YEARS)).find(({ number }) => number === year)
  const count = parts.reduce((sum, { shows }) => sum + shows.count, 0)
  const written = await writeChanged(site, files, manner.afresh ? {} : (before?.written ?? {}))
  const now = { number: year, from: String(year), shows: { count, first: '', last: '' }, written }
  if (!isDeepStrictEqual(now, before)) await siteStore.savePart(YEARS, now)
  return { all }
}

const writeAgencies = async (needs: ListNeeds, touched: Touched, manner: Manner) => {
  const list = {
    list: AGENCIES,
    load: async (range: Parameters<typeof needs.siteStore.agencies>[0]) =>
      (await needs.siteStore.agencies(range)).filter(({ count }) => count > 0),
    render: (part: number, rows: readonly ListedAgency[]) => renderAgenciesPart({ siteUrl: needs.siteUrl }, part, rows),
  }
  const { parts, rows } = await writeParts(needs, list, touched, manner)
  return parts.length > 1 ? { parts } : { all: rows.get(1) ?? (await list.load({ from: '' })) }
}

/**
 * Writes what lists publications, from the leaves up, so that no link leads to a page that is not there yet: pages of agencies, the lists of the years, that of
 * all agencies, the home page. What has not changed is not written.
 */
export const writeLists = async (needs: ListNeeds, { agencies, years }: Changes, manner: Manner): Promise<void> => {
  const changed = (await pMap(agencies, (each) => writeAgency(needs, each, manner), SIDE_BY_SIDE)).flat()
  const known = new Map<number, readonly Publication[]>()
  for (const [year, touched] of years) {
    const { all } = await writeYear(needs, year, touched, manner)
    if (all !== undefined) known.set(year, all)
  }
  await writeHome(needs, await writeAgencies(needs, new Set(changed), manner), known, manner)
}
