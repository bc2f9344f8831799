import type { Ports } from '../../shared/ports/ports.ts'
import { versionAddress } from '../../shared/publication/addresses.ts'
import type { PublishedFile } from '../../shared/publication/published-file.ts'
import { renderReportPages } from '../../shared/publication/render-report-pages.tsx'
import { stepTo } from '../../shared/submission/history.ts'
import type { Publication, Received, Submission } from '../../shared/submission/submission.ts'
import { receivedAmong } from '../../shared/submission/version.ts'
import { mayBeExplained } from '../stored/findings.ts'
import { judgedReports } from '../stored/results.ts'

type Needs = Pick<Ports, 'explanations' | 'uploads' | 'siteUrl'>

/**
 * The pages of a version, and how it is listed. They follow from what is stored alone: the versions before are all that were ever published, those that were
 * withdrawn since too, at whose addresses a notice stands.
 */
export const versionPages = async (
  { explanations, uploads, siteUrl }: Needs,
  submission: Received,
  { others, publishedAt }: { readonly others: readonly Submission[]; readonly publishedAt: string },
): Promise<{ readonly pages: readonly PublishedFile[]; readonly publication: Publication }> => {
  const { id, agencyId, agencyName, year, version } = submission
  const [judged, said] = await Promise.all([
    judgedReports.read(uploads, id),
    mayBeExplained(submission) ? explanations.ofAgencyAndYear(agencyId, year) : [],
  ])
  if (judged === undefined) throw new Error(`submission ${id} is ${submission.status}, but has no report`)
  const { report, assessment } = judged
  const earlierVersions = receivedAmong(others)
    .filter((other) => other.version < version && stepTo(other, 'published') !== undefined)
    .map((other) => other.version)
  const title = report.title?.text ?? `${agencyName}${year}年政府信息公开工作年度报告`
  const page = versionAddress(agencyId, year, version)
  return {
    pages: renderReportPages({ report, submission, assessment, explanations: said, publishedAt, earlierVersions, siteUrl }),
    publication: { agencyId, agencyName, year, version, submissionId: id, title, page, publishedAt },
  }
}

/** When a version that is public, or was, came there: an ISO instant. */
export const publishedAtOf = (submission: Received, standing: Publication | undefined): string =>
  (standing?.submissionId === submission.id ? standing.publishedAt : stepTo(submission, 'published')?.at) ?? submission.since
