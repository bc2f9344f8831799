import { type Explanation, explanationOf } from '../assessment/explanation.ts'
import { checkResult } from '../feedback/check-result.ts'
import { shanghaiMinute } from '../feedback/shanghai-time.ts'
import type { Finding } from '../findings/finding.ts'
import type { CellKind } from '../form/edition.ts'
import { agencyAddress, currentAddress, versionAddress } from './addresses.ts'
import { toCsv } from './csv.ts'
import { figureList } from './figure-list.ts'
import { renderPage } from './page.tsx'
import { csvFile, htmlFile, jsonFile, type PublishedFile } from './published-file.ts'
import { ReportPage, type ReportPageProps, titleOf } from './report-page.tsx'
import type { Site } from './site.ts'

export type PublishedReport = ReportPageProps & Site

const page = (input: PublishedReport): string => {
  const { agencyId, agencyName, year, version } = input.submission
  const title = titleOf(input)
  return renderPage({
    site: input,
    address: versionAddress(agencyId, year, version),
    title,
    article: { title, date: shanghaiMinute(input.publishedAt), source: agencyName },
    trail: [
      { label: agencyName, address: agencyAddress(agencyId) },
      { label: `${year}年`, address: currentAddress(agencyId, year) },
    ],
    children: <ReportPage {...input} />,
  })
}

const UNITS: Record<CellKind, string> = { count: '件', amount: '万元', change: '项' }

const CSV_HEADER = ['发布机构', '年度', '版本', '表', '行', '列', '数值', '单位']

const csv = ({ report, submission: { agencyName, year, version } }: PublishedReport): string =>
  toCsv(
    CSV_HEADER,
    figureList(report).map(({ table, row, column, value, kind }) => [agencyName, year, version, table, row, column, value, UNITS[kind]]),
  )

/** What the agency said of a warning; which of its people wrote it is not published. */
const explained = (finding: Finding | undefined, explanations: readonly Explanation[]) => {
  const explanation = finding && explanationOf(finding, explanations)
  return explanation && { explanation: { text: explanation.text, at: explanation.at } }
}

/** Open data of one version: as `nianbao check --json` tells of a file, and what is known of its publication. Of the findings it holds no mere suspicion: only warnings that were explained and errors that were waived. */
const json = ({ report, assessment, explanations = [], submission, publishedAt }: PublishedReport) => {
  const { agencyId, agencyName, year, version, fileName } = submission
  const { file, ...result } = checkResult(fileName, report, assessment)
  const findings = result.findings.flatMap((finding, index) => {
    const said = finding.severity === 'warning' ? explained(assessment.findings[index], explanations) : undefined
    return said !== undefined || finding.waiver !== undefined ? [{ ...finding, ...said }] : []
  })
  return { schema: 1, agencyId, version, publishedAt, ...result, findings, agency: agencyName, year }
}

/** Everything that one approved version publishes, at addresses that stay for ever. */
export const renderReportPages = (input: PublishedReport): PublishedFile[] => {
  const address = versionAddress(input.submission.agencyId, input.submission.year, input.submission.version)
  return [
    htmlFile(`${address}index.html`, page(input)),
    jsonFile(`${address}report.json`, json(input)),
    csvFile(`${address}tables.csv`, csv(input)),
  ]
}
