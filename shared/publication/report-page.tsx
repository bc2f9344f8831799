import type { Assessment } from '../assessment/assessment.ts'
import type { Explanation } from '../assessment/explanation.ts'
import { shanghaiDateInWords } from '../feedback/shanghai-time.ts'
import { SECTIONS } from '../form/sections.ts'
import type { Report } from '../report/report.ts'
import type { Received } from '../submission/submission.ts'
import { agencyAddress, currentAddress, linkFrom, versionAddress, yearAddress } from './addresses.ts'
import { CheckNotes } from './check-notes.tsx'
import { Paragraphs, ReportSection } from './report-text.tsx'

export type ReportPageProps = {
  readonly report: Report
  readonly submission: Received
  readonly assessment: Assessment
  /** What the agency said of its warnings. */
  readonly explanations?: readonly Explanation[] | undefined
  /** ISO instant. */
  readonly publishedAt: string
  /** Versions of the same agency and year that were published before and keep their pages. */
  readonly earlierVersions?: readonly number[] | undefined
}

export const titleOf = ({ report, submission }: Pick<ReportPageProps, 'report' | 'submission'>): string =>
  report.title?.text ?? submission.title ?? `${submission.agencyName}${submission.year}年政府信息公开工作年度报告`

const HeadTable = (props: ReportPageProps) => {
  const { agencyId, agencyName, year, version } = props.submission
  const rows = [
    ['名称', titleOf(props)],
    ['索引号', `${agencyId}-${year}-${version}`],
    ['发布机构', agencyName],
    ['公开日期', shanghaiDateInWords(props.publishedAt)],
    ['主题词', '政府信息公开 年度报告'],
  ]
  return (
    <table class="head">
      <caption class="unseen">文件信息</caption>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The sections in the order of the form, each followed by its table. */
const Sections = ({ report }: { report: Report }) =>
  SECTIONS.map(({ number }) => <ReportSection key={number} report={report} number={number} />)

const Downloads = () => (
  <section class="downloads" aria-labelledby="downloads">
    <h2 id="downloads">下载数据</h2>
    <ul>
      <li>
        <a href="tables.csv" download>
          三张表的全部数据(CSV)
        </a>
        :一行一个数字,可用表格软件打开
      </li>
      <li>
        <a href="report.json" download>
          报告全文、数据与核查结果(JSON)
        </a>
        :供程序读取
      </li>
    </ul>
  </section>
)

const Versions = ({ submission: { agencyId, agencyName, year, version }, earlierVersions = [] }: ReportPageProps) => {
  const to = linkFrom(versionAddress(agencyId, year, version))
  return (
    <nav class="related" aria-labelledby="related">
      <h2 id="related">相关页面</h2>
      <ul>
        <li>
          <a href={to(currentAddress(agencyId, year))}>{`${agencyName}${year}年报告的现行版本`}</a>
        </li>
        {earlierVersions.map((earlier) => (
          <li key={earlier}>
            <a href={to(versionAddress(agencyId, year, earlier))}>{`此前发布的第${earlier}版`}</a>
          </li>
        ))}
        <li>
          <a href={to(agencyAddress(agencyId))}>{`${agencyName}历年报告`}</a>
        </li>
        <li>
          <a href={to(yearAddress(year))}>{`${year}年各机关报告`}</a>
        </li>
      </ul>
    </nav>
  )
}

/** The permanent page of one version, below the frame of the site. */
export const ReportPage = (props: ReportPageProps) => (
  <>
    <article>
      <h1>{titleOf(props)}</h1>
      <p class="byline">{`${props.submission.agencyName} ${shanghaiDateInWords(props.publishedAt)}发布 第${props.submission.version}版`}</p>
      <HeadTable {...props} />
      <Paragraphs passages={props.report.preface} />
      <Sections report={props.report} />
    </article>
    <CheckNotes findings={props.assessment.findings} explanations={props.explanations ?? []} />
    <Downloads />
    <Versions {...props} />
  </>
)
