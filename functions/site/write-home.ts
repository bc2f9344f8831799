import { isDeepStrictEqual } from 'node:util'
import pMap from 'p-map'
import { type HomeContent, renderHome, renderStatic } from '../../shared/publication/home-page.tsx'
import { HOME_PAGES, isWritten, PART_ROWS, YEARS } from '../../shared/publication/list-parts.ts'
import type { Publication } from '../../shared/submission/submission.ts'
import { hashOf, SIDE_BY_SIDE, writeChanged } from './site-files.ts'
import type { ListNeeds, Manner } from './write-parts.ts'

/** Writes the home page and what goes with it. `known`: the publications of years, where they are at hand. */
export const writeHome = async (
  needs: ListNeeds,
  agencies: HomeContent['agencies'],
  known: ReadonlyMap<number, readonly Publication[]>,
  { afresh }: Manner,
): Promise<void> => {
  const { publications, siteStore, site, siteUrl } = needs
  const years = (await siteStore.parts(YEARS))
    .filter(isWritten)
    .map(({ number, shows }) => ({ year: number, count: shows.count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.year - a.year)
  const fits = years.reduce((sum, { count }) => sum + count, 0) <= PART_ROWS
  const all = fits ? await pMap(years, ({ year }) => known.get(year) ?? publications.ofYear(year), SIDE_BY_SIDE) : undefined
  const [before] = await siteStore.parts(HOME_PAGES)
  const files = renderHome({ siteUrl }, { years, agencies, publications: all?.flat() })
  const now = { number: 1, from: '', written: await writeChanged(site, files, afresh ? {} : (before?.written ?? {})) }
  if (!isDeepStrictEqual(now, before)) await siteStore.savePart(HOME_PAGES, now)
}

/** Whether the home page was never written, or the style sheet or the error page are others in this build. */
export const homeIsOutdated = async ({ siteStore, siteUrl }: ListNeeds): Promise<boolean> => {
  const [home] = await siteStore.parts(HOME_PAGES)
  if (home === undefined) return true
  const hashes = await Promise.all(renderStatic({ siteUrl }).map(async (file) => home.written[file.path] === (await hashOf(file))))
  return hashes.includes(false)
}
