import type { ComponentChild } from 'preact'
import { shanghaiDate } from '../feedback/shanghai-time.ts'
import type { Publication } from '../submission/submission.ts'
import { agencyAddress, currentAddress, linkFrom, versionAddress } from './addresses.ts'

type Column = { readonly label: string; readonly cell: (publication: Publication, to: (address: string) => string) => ComponentChild }

const AGENCY: Column = {
  label: '发布机构',
  cell: ({ agencyId, agencyName }, to) => <a href={to(agencyAddress(agencyId))}>{agencyName}</a>,
}
const YEAR: Column = { label: '年度', cell: ({ year }) => `${year}年` }
const REPORT: Column = {
  label: '报告',
  cell: ({ agencyId, year, title }, to) => <a href={to(currentAddress(agencyId, year))}>{title}</a>,
}
const VERSION: Column = { label: '现行版本', cell: ({ version }) => `第${version}版` }
const DATE: Column = { label: '公开日期', cell: ({ publishedAt }) => shanghaiDate(publishedAt) }
const DATA: Column = {
  label: '数据',
  cell: ({ agencyId, agencyName, year, version }, to) => {
    const address = to(versionAddress(agencyId, year, version))
    const subject = `${agencyName}${year}年`
    return (
      <>
        <a href={`${address}tables.csv`} aria-label={`${subject}数据(CSV)`}>
          CSV
        </a>{' '}
        <a href={`${address}report.json`} aria-label={`${subject}数据(JSON)`}>
          JSON
        </a>
      </>
    )
  },
}

const COLUMNS = { 'of-agency': [YEAR, REPORT, VERSION, DATE, DATA], 'of-year': [AGENCY, REPORT, VERSION, DATE, DATA] }

type ListProps = {
  readonly list: keyof typeof COLUMNS
  readonly caption: string
  /** Address of the page that shows the list. */
  readonly address: string
  readonly publications: readonly Publication[]
}

/** A table of published reports, with links to each and its data. */
export const PublicationList = ({ list, caption, address, publications }: ListProps) => {
  const to = linkFrom(address)
  return (
    <table class="list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {COLUMNS[list].map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {publications.map((publication) => (
          <tr key={publication.submissionId}>
            {COLUMNS[list].map(({ label, cell }) => (
              <td key={label}>{cell(publication, to)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
