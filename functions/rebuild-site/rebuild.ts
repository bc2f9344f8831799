import pMap from 'p-map'
import waitFor from 'p-wait-for'
import { SITE_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { currentAddress } from '../../shared/publication/addresses.ts'
import { renderCurrent } from '../../shared/publication/current-page.tsx'
import { YEARS } from '../../shared/publication/list-parts.ts'
import type { PublishedFile } from '../../shared/publication/published-file.ts'
import { renderWithdrawn } from '../../shared/publication/render-withdrawn.tsx'
import { stepTo } from '../../shared/submission/history.ts'
import { FIRST_REPORTING_YEAR, lastReportingYear } from '../../shared/submission/reporting-year.ts'
import type { Publication, Received } from '../../shared/submission/submission.ts'
import { receivedAmong } from '../../shared/submission/version.ts'
import { asOneWriter } from '../site/one-writer.ts'
import { publishedAtOf, versionPages } from '../site/report-pages.ts'
import { SIDE_BY_SIDE, writeFiles } from '../site/site-files.ts'
import { writeLists } from '../site/write-lists.ts'
import type { ListNeeds, Touched } from '../site/write-parts.ts'

export type RebuildNeeds = ListNeeds & Pick<Ports, 'lists' | 'explanations' | 'uploads' | 'clock' | 'log'>

type OfYear = { readonly agencyId: string; readonly year: number; readonly standing: Publication | undefined }

const withdrawnAt = (submission: Received): string => stepTo(submission, 'withdrawn')?.at ?? submission.since

/** Every page of an agency and year: of its versions, those withdrawn too, and of the current one. */
const pagesOf = async (needs: RebuildNeeds, { agencyId, year, standing }: OfYear): Promise<PublishedFile[]> => {
  const { lists, siteUrl } = needs
  const others = receivedAmong(await lists.ofAgencyAndYear(agencyId, year))
  const pages: PublishedFile[] = []
  for (const submission of others.filter(({ status }) => status === 'published' || status === 'superseded'))
    pages.push(...(await versionPages(needs, submission, { others, publishedAt: publishedAtOf(submission, standing) })).pages)
  const current = `${currentAddress(agencyId, year)}index.html`
  const withdrawn = others.filter(({ status }) => status === 'withdrawn').toSorted((a, b) => (withdrawnAt(a) < withdrawnAt(b) ? -1 : 1))
  // Where nothing stands, the notice of the last that was withdrawn has the address of the current version.
  const last = standing === undefined ? withdrawn.at(-1)?.id : undefined
  for (const submission of withdrawn)
    pages.push(...renderWithdrawn({ submission, siteUrl }).filter(({ path }) => path !== current || submission.id === last))
  return standing === undefined ? pages : [...pages, renderCurrent({ siteUrl }, standing)]
}

/** Once more where another version came to stand meanwhile. */
const writePages = async (needs: RebuildNeeds, ofYear: OfYear): Promise<void> => {
  await writeFiles(needs.site, await pagesOf(needs, ofYear))
  const standing = await needs.publications.load(ofYear.agencyId, ofYear.year)
  if (standing?.submissionId !== ofYear.standing?.submissionId) await writePages(needs, { ...ofYear, standing })
}

const reportingYears = (now: Date): number[] => {
  const count = lastReportingYear(now) - FIRST_REPORTING_YEAR + 1
  return Array.from({ length: count }, (_, index) => FIRST_REPORTING_YEAR + index)
}

/**
 * Writes the site anew from what is stored, the same bytes that publishing wrote one by one: every page of the years given, of all years where none is, then every
 * list, as soon as nobody else writes them.
 */
export const rebuildSite = async (needs: RebuildNeeds, only?: number): Promise<{ readonly agencyYears: number }> => {
  const { publications, siteStore, lists, clock, log } = needs
  await publications.moveEarlier(clock.now().toISOString())
  const withdrawn = (await lists.inStatus('withdrawn')).map(({ agencyId, agencyName, year }) => ({ agencyId, agencyName, year }))
  const listedYears = (await siteStore.parts(YEARS)).map(({ number }) => number)
  const every = new Set([...reportingYears(clock.now()), ...listedYears, ...withdrawn.map(({ year }) => year)])
  const years = only === undefined ? [...every] : [only]
  const agencies = new Map<string, { agencyName: string; years: Set<number> }>()
  const listed = new Map<number, Touched>()
  let agencyYears = 0
  for (const year of years) {
    const standing = await publications.ofYear(year)
    const ids = new Set(standing.map(({ agencyId }) => agencyId))
    const gone = withdrawn.filter((each) => each.year === year && !ids.has(each.agencyId))
    const all = new Map([...gone, ...standing].map((each) => [each.agencyId, each]))
    for (const { agencyId, agencyName } of all.values())
      agencies.set(agencyId, { agencyName, years: (agencies.get(agencyId)?.years ?? new Set()).add(year) })
    if (all.size > 0) listed.set(year, 'all')
    const standingOf = new Map(standing.map((each) => [each.agencyId, each]))
    await pMap(all.keys(), (agencyId) => writePages(needs, { agencyId, year, standing: standingOf.get(agencyId) }), SIDE_BY_SIDE)
    agencyYears += all.size
    log.info('pages written', { year, agencies: all.size })
  }
  // Those whose last publication was withdrawn long ago have a page, too.
  for (const { agencyId, agencyName } of only === undefined ? await siteStore.agencies() : [])
    if (!agencies.has(agencyId)) agencies.set(agencyId, { agencyName, years: new Set() })
  const writeAll = () =>
    asOneWriter(needs, SITE_LIMITS.rebuildMinutes, () => writeLists(needs, { agencies, years: listed }, { afresh: true }))
  const timeout = {
    milliseconds: SITE_LIMITS.indexMinutes * 60_000,
    message: 'somebody else writes the lists of the site, and does not end',
  }
  await waitFor(writeAll, { interval: 1000, timeout })
  return { agencyYears }
}
