import type { Ports } from '../../shared/ports/ports.ts'
import { renderAgency } from '../../shared/publication/agency-pages.tsx'
import { renderCurrent } from '../../shared/publication/current-page.tsx'
import type { Publication, Received, Submission } from '../../shared/submission/submission.ts'
import { receivedAmong } from '../../shared/submission/version.ts'
import { publishedAtOf, versionPages } from '../site/report-pages.ts'
import { writeFiles } from '../site/site-files.ts'

export type PublishNeeds = Pick<
  Ports,
  'submissions' | 'lists' | 'publications' | 'siteStore' | 'explanations' | 'uploads' | 'site' | 'queue' | 'clock' | 'siteUrl'
>

/** What an agency has of a year: the publication that stands, and every submission, as the lists show it. */
type OfYear = { readonly standing: Publication | undefined; readonly others: readonly Submission[] }

export const ofYear = async ({ publications, lists }: PublishNeeds, submission: Received): Promise<OfYear> => {
  const { agencyId, year } = submission
  const standing = await publications.load(agencyId, year)
  const isFirst = submission.version === 1 && (standing === undefined || standing.submissionId === submission.id)
  return { standing, others: isFirst ? [submission] : await lists.ofAgencyAndYear(agencyId, year, submission) }
}

/**
 * Puts an approved version into public: its own pages, then its entry, marked as one that the lists owe. The step comes last, so that whatever breaks off is
 * done again, to the same addresses.
 */
export const publish = async (needs: PublishNeeds, submission: Received): Promise<{ published: Submission | undefined } & OfYear> => {
  const { submissions, publications, siteStore, site, queue, clock, siteUrl } = needs
  const { id, agencyId, version } = submission
  const [{ standing, others }, listed] = await Promise.all([ofYear(needs, submission), siteStore.agency(agencyId)])
  const at = clock.now().toISOString()
  const publishedAt = standing?.submissionId === id ? standing.publishedAt : at
  const { pages, publication } = await versionPages(needs, submission, { others, publishedAt })
  await writeFiles(site, [
    ...pages,
    ...(standing === undefined || standing.version <= version ? [renderCurrent({ siteUrl }, publication)] : []),
    // Its pages link to that of the agency, which the lists would bring a moment later.
    ...(listed === undefined ? [renderAgency({ siteUrl }, publication, [publication])] : []),
  ])
  const stands = await publications.put(publication, { at, over: standing?.submissionId })
  await queue.send(id, 'index-site')
  // The instant of the step is that of the pages, which can so be made again from the history.
  const step = { at: publishedAt }
  const { submission: published } = await submissions.advance(id, 'approved', 'published', step, { page: publication.page })
  return stands ? { published, standing: publication, others } : { published, ...(await ofYear(needs, submission)) }
}

/** Every published version that another one now stands for, this one too where a later was quicker: then the later one's page gets its link to this. */
export const supersede = async (needs: PublishNeeds, submission: Received, { standing, others }: OfYear): Promise<void> => {
  if (standing === undefined) return
  const published = receivedAmong(others).filter(({ id, status }) => status === 'published' && id !== submission.id)
  const all = [submission, ...published]
  if (submission.version < standing.version)
    for (const later of published.filter(({ version }) => version > submission.version)) {
      const { pages } = await versionPages(needs, later, { others: all, publishedAt: publishedAtOf(later, standing) })
      await writeFiles(needs.site, pages)
    }
  for (const { id, version } of all)
    if (version < standing.version) {
      const step = { at: needs.clock.now().toISOString(), note: `第${standing.version}版已发布` }
      await needs.submissions.advance(id, 'published', 'superseded', step)
    }
}
