import type { Publication } from '../submission/submission.ts'
import { indexCsv, indexJson, linkFrom, yearAddress, yearPartAddress } from './addresses.ts'
import type { WrittenPart } from './list-parts.ts'
import { openIndex, openIndexOfParts } from './open-index.ts'
import { renderPage } from './page.tsx'
import { PartList, shown } from './part-list.tsx'
import { PublicationList } from './publication-list.tsx'
import { htmlFile, type PublishedFile } from './published-file.ts'
import type { Site } from './site.ts'

const titleOf = (year: number): string => `${year}年政府信息公开工作年度报告`

const OpenData = ({ address, of }: { address: string; of: '本年' | '本页' }) => (
  <p>
    {of}报告的目录:<a href={linkFrom(address)(indexCsv(address))}>目录(CSV)</a>、
    <a href={linkFrom(address)(indexJson(address))}>目录(JSON)</a>
  </p>
)

const Reports = ({ address, publications }: { address: string; publications: readonly Publication[] }) =>
  publications.length === 0 ? (
    <p class="call">现在没有公开的报告。</p>
  ) : (
    <div class="wide">
      <PublicationList list="of-year" caption={`共${publications.length}个机关`} address={address} publications={publications} />
    </div>
  )

/** All reports of a year, one agency a line. */
export const renderYear = (site: Site, year: number, publications: readonly Publication[]): PublishedFile[] => {
  const [title, address] = [titleOf(year), yearAddress(year)]
  const children = (
    <section>
      <h1>{title}</h1>
      <Reports address={address} publications={publications} />
      <OpenData address={address} of="本年" />
    </section>
  )
  return [htmlFile(`${address}index.html`, renderPage({ site, address, title, children })), ...openIndex(address, publications)]
}

/** The reports of a year where they are too many for one page: its parts. */
export const renderYearOfParts = (site: Site, year: number, parts: readonly WrittenPart[]): PublishedFile[] => {
  const [title, address] = [titleOf(year), yearAddress(year)]
  const pieces = shown(parts).map(({ number, shows }) => ({ address: yearPartAddress(year, number), count: shows.count, shows }))
  const count = pieces.reduce((sum, piece) => sum + piece.count, 0)
  const children = (
    <section>
      <h1>{title}</h1>
      <p>{`共${count}个机关,按机构编号的次序分页。`}</p>
      <PartList from={address} parts={pieces} />
      <OpenData address={address} of="本年" />
    </section>
  )
  return [htmlFile(`${address}index.html`, renderPage({ site, address, title, children })), ...openIndexOfParts(address, pieces)]
}

/** One part of the reports of a year. */
export const renderYearPart = (site: Site, year: number, part: number, publications: readonly Publication[]): PublishedFile[] => {
  const address = yearPartAddress(year, part)
  const names = [publications[0]?.agencyName, publications.at(-1)?.agencyName]
  const title = publications.length > 0 ? `${titleOf(year)}:${names.join(' 至 ')}` : titleOf(year)
  const children = (
    <section>
      <h1>{title}</h1>
      <Reports address={address} publications={publications} />
      <OpenData address={address} of="本页" />
    </section>
  )
  const trail = [{ label: `${year}年`, address: yearAddress(year) }]
  return [htmlFile(`${address}index.html`, renderPage({ site, address, title, trail, children })), ...openIndex(address, publications)]
}
