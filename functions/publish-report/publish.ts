import type { Ports } from '../../shared/ports/ports.ts'
import { versionAddress } from '../../shared/publication/addresses.ts'
import { renderReportPages } from '../../shared/publication/render-report-pages.tsx'
import type { Received, Submission } from '../../shared/submission/submission.ts'
import { receivedAmong } from '../../shared/submission/version.ts'
import { assessments, reports } from '../stored/results.ts'
import { writeFiles, writeSitePages } from './site-files.ts'

export type PublishNeeds = Pick<Ports, 'submissions' | 'lists' | 'publications' | 'explanations' | 'uploads' | 'site' | 'clock' | 'siteUrl'>

/** Puts an approved version into public. The step comes last, so that whatever breaks off is done again, to the same addresses. */
export const publish = async (needs: PublishNeeds, submission: Received): Promise<Submission | undefined> => {
  const { submissions, publications, site, clock, siteUrl } = needs
  const { id, agencyId, agencyName, year, version } = submission
  const page = versionAddress(agencyId, year, version)
  const { pages, title, publishedAt } = await render(needs, submission)
  await writeFiles(site, pages)
  await publications.put({ agencyId, agencyName, year, version, submissionId: id, title, page, publishedAt })
  await writeSitePages(publications, site, siteUrl)
  return (await submissions.advance(id, 'approved', 'published', { at: clock.now().toISOString() }, { page })).submission
}

const render = async ({ lists, publications, explanations, uploads, clock, siteUrl }: PublishNeeds, submission: Received) => {
  const { id, agencyId, agencyName, year, version } = submission
  const report = await reports.read(uploads, id)
  const assessment = await assessments.read(uploads, id)
  if (report === undefined || assessment === undefined) throw new Error(`submission ${id} is approved, but has no report`)
  const said = await explanations.ofAgencyAndYear(agencyId, year)
  const standing = await publications.load(agencyId, year)
  const publishedAt = standing?.submissionId === id ? standing.publishedAt : clock.now().toISOString()
  const earlierVersions = receivedAmong(await lists.ofAgencyAndYear(agencyId, year, submission))
    .filter((other) => other.version < version && (other.status === 'published' || other.status === 'superseded'))
    .map((other) => other.version)
  const title = report.title?.text ?? `${agencyName}${year}年政府信息公开工作年度报告`
  const pages = renderReportPages({ report, submission, assessment, explanations: said, publishedAt, earlierVersions, siteUrl })
  return { pages, title, publishedAt }
}

/** Every published version that another one now stands for, this one too where a later was quicker. */
export const supersede = async ({ submissions, lists, publications, clock }: PublishNeeds, submission: Received): Promise<void> => {
  const { agencyId, year } = submission
  const standing = await publications.load(agencyId, year)
  if (standing === undefined) return
  const published = receivedAmong(await lists.ofAgencyAndYear(agencyId, year, submission)).filter(({ status }) => status === 'published')
  for (const { id, version } of [submission, ...published])
    if (version < standing.version) {
      const step = { at: clock.now().toISOString(), note: `第${standing.version}版已发布` }
      await submissions.advance(id, 'published', 'superseded', step)
    }
}
