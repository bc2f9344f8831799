import type { Publication } from '../submission/submission.ts'
import { indexCsv, indexJson, versionAddress } from './addresses.ts'
import { toCsv } from './csv.ts'
import { csvFile, jsonFile, type PublishedFile } from './published-file.ts'

type Entry = Omit<Publication, 'submissionId'>

/** `page` is relative to the home page, as every link of the site is relative. */
const entryOf = ({ agencyId, agencyName, year, version, title, publishedAt }: Publication): Entry => ({
  agencyId,
  agencyName,
  year,
  version,
  title,
  page: versionAddress(agencyId, year, version).slice(1),
  publishedAt,
})

const COLUMNS: Record<keyof Entry, string> = {
  agencyId: '机构编号',
  agencyName: '发布机构',
  year: '年度',
  version: '版本',
  title: '标题',
  publishedAt: '公开时间',
  page: '页面',
}

/** Publications as open data below an address, in the order given. */
export const openIndex = (address: string, publications: readonly Publication[]): PublishedFile[] => {
  const entries = publications.map(entryOf)
  const fields = Object.keys(COLUMNS) as (keyof Entry)[]
  const rows = entries.map((entry) => fields.map((field) => entry[field]))
  return [
    jsonFile(indexJson(address), { schema: 1, publications: entries }),
    csvFile(indexCsv(address), toCsv(Object.values(COLUMNS), rows)),
  ]
}

/** What an index is cut into: the address of each piece, and how many publications it has. */
export type IndexPart = { readonly address: string; readonly count: number }

/** The open index where it is too long for one file: it names the files that have it, by addresses relative to the home page. */
export const openIndexOfParts = (address: string, parts: readonly IndexPart[]): PublishedFile[] => {
  const pieces = parts.map((part) => ({
    count: part.count,
    json: indexJson(part.address).slice(1),
    csv: indexCsv(part.address).slice(1),
  }))
  return [
    jsonFile(indexJson(address), { schema: 1, parts: pieces }),
    csvFile(
      indexCsv(address),
      toCsv(
        ['报告份数', '目录(CSV)', '目录(JSON)'],
        pieces.map(({ count, csv, json }) => [count, csv, json]),
      ),
    ),
  ]
}
