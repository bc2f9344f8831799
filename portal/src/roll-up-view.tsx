import { h } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { blankWords, leftOutWords } from '../../shared/feedback/roll-up-words.ts'
import type { RollUp } from '../../shared/http-api/agencies.ts'
import { officialTables, type SheetCell, type SheetTable } from '../../shared/publication/official-tables.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import type { Api } from './api.ts'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { submissionLink } from './route.ts'
import { YearChoice } from './year-choice.tsx'

/** Everything that the sums lack, in words. */
const lackingIn = ({ missing, leftOut, blanks }: RollUp): string[] => [
  ...missing.map((name) => `${name}:没有核查通过的报告`),
  ...leftOut.map(leftOutWords),
  ...blanks.map(blankWords),
]

type Scope = 'row' | 'rowgroup' | 'col' | 'colgroup'

/** What a label heads: its row, where figures stand beside it, else the columns below. */
const scopeOf = ({ rows, columns }: SheetCell, hasFigures: boolean): Scope =>
  hasFigures ? (rows > 1 ? 'rowgroup' : 'row') : columns > 1 ? 'colgroup' : 'col'

const Cell = ({ cell, hasFigures }: { cell: SheetCell; hasFigures: boolean }) =>
  typeof cell.value === 'string' ? (
    <th scope={scopeOf(cell, hasFigures)} colSpan={cell.columns} rowSpan={cell.rows}>
      {cell.value}
    </th>
  ) : (
    <td colSpan={cell.columns}>{cell.value ?? '空缺'}</td>
  )

/** Rows of a form never move: they are told apart by where they stand, and need no key. */
const Row = ({ cells }: { cells: readonly SheetCell[] }) => {
  const hasFigures = cells.some(({ value }) => typeof value !== 'string')
  return h('tr', null, ...cells.map((cell) => h(Cell, { cell, hasFigures })))
}

const Sheet = ({ table: { heading, rows } }: { table: SheetTable }) => (
  <div class="wide">
    <table>
      <caption>{heading}</caption>
      {h('tbody', null, ...rows.map((cells) => h(Row, { cells })))}
    </table>
  </div>
)

const download = async (answer: RollUp): Promise<void> => {
  const { rollUpWorkbook } = await import('../../shared/publication/roll-up-workbook.ts')
  const bytes = await rollUpWorkbook(answer, lackingIn(answer))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes.slice().buffer]))
  link.download = `${answer.agencyName}${answer.year}年下级汇总.xlsx`
  link.click()
  URL.revokeObjectURL(link.href)
}

export const Sums = ({ answer }: { answer: RollUp }) => {
  const lacking = lackingIn(answer)
  return (
    <>
      <h3>{lacking.length === 0 ? '合计没有缺漏' : `合计有${lacking.length}处缺漏`}</h3>
      <ul>
        {lacking.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <h3>{`计入合计的报告(${answer.reports.length}份)`}</h3>
      <ul>
        {answer.reports.map(({ agencyName, submissionId, version }) => (
          <li key={submissionId}>
            <a href={submissionLink(submissionId)}>{`${agencyName} 第${version}版`}</a>
          </li>
        ))}
      </ul>
      {officialTables(answer).map((table) => (
        <Sheet key={table.heading} table={table} />
      ))}
      {answer.reports.length > 0 && (
        <button type="button" onClick={() => void download(answer)}>
          下载工作簿
        </button>
      )}
    </>
  )
}

/** The sum of the reports of those below an agency. */
export const RollUpView = ({ api, id }: { api: Api; id: string }) => {
  const [year, setYear] = useState(() => currentReportingYear(new Date()))
  const [answer, setAnswer] = useState<RollUp | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = useCallback(() => {
    setFailure(null)
    setAnswer(null)
    return api.rollUp({ params: { id }, query: { year } }).then(setAnswer, (error: unknown) => setFailure(asFailure(error)))
  }, [api, id, year])
  useEffect(() => void refresh(), [refresh])
  return (
    <section aria-labelledby="roll-up">
      <h2 id="roll-up">{answer === null ? '下级报告汇总' : `${answer.agencyName}${answer.year}年下级报告汇总`}</h2>
      <YearChoice year={year} onYear={setYear} />
      {failure !== null && <FailureNote failure={failure} onRetry={() => void refresh()} />}
      {answer === null && failure === null && <output class="quiet">正在读取……</output>}
      {answer !== null && <Sums answer={answer} />}
    </section>
  )
}
