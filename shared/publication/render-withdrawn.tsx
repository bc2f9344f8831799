import { shanghaiDateInWords } from '../feedback/shanghai-time.ts'
import { stepTo } from '../submission/history.ts'
import type { Received } from '../submission/submission.ts'
import { currentAddress, HOME, linkFrom, versionAddress } from './addresses.ts'
import { toCsv } from './csv.ts'
import { renderPage } from './page.tsx'
import { csvFile, htmlFile, jsonFile, type PublishedFile } from './published-file.ts'
import type { Site } from './site.ts'

/** What stands at the addresses of a withdrawn version instead: a notice for its pages, nothing of its data. */
export const renderWithdrawn = ({ submission, ...site }: Site & { readonly submission: Received }): PublishedFile[] => {
  const { agencyId, agencyName, year, version } = submission
  const step = stepTo(submission, 'withdrawn')
  const at = step?.at ?? submission.since
  const title = `${agencyName}${year}年政府信息公开工作年度报告(已撤下)`
  const notice = (address: string) =>
    htmlFile(
      `${address}index.html`,
      renderPage({
        site,
        address,
        title,
        children: (
          <section>
            <h1>{title}</h1>
            <p class="call">{`第${version}版已于${shanghaiDateInWords(at)}撤下。`}</p>
            {step?.note !== undefined && <p>{`原因:${step.note}`}</p>}
            <p>
              <a href={linkFrom(address)(HOME)}>查看其他报告</a>
            </p>
          </section>
        ),
      }),
    )
  const permanent = versionAddress(agencyId, year, version)
  return [
    notice(permanent),
    notice(currentAddress(agencyId, year)),
    jsonFile(`${permanent}report.json`, { schema: 1, agencyId, agency: agencyName, year, version, withdrawnAt: at }),
    csvFile(`${permanent}tables.csv`, toCsv(['说明'], [['本版本已撤下']])),
  ]
}
