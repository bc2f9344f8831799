import { useCallback, useEffect, useState } from 'preact/hooks'
import { blankWords, leftOutWords } from '../../shared/feedback/roll-up-words.ts'
import { sectionHeading } from '../../shared/form/sections.ts'
import type { RollUp } from '../../shared/http-api/agencies.ts'
import { FormTable } from '../../shared/publication/form-table.tsx'
import { rollUpWorkbook, summedLayouts } from '../../shared/publication/roll-up-workbook.ts'
import { valueAt } from '../../shared/report/record.ts'
import { BOARD_WORDS } from '../../shared/submission/board-state.ts'
import { submissionLink } from '../../shared/submission/keys.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import type { Api } from './api.ts'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { YearChoice } from './year-choice.tsx'

/** Everything that the sums lack, in words. */
const lackingIn = ({ missingStates, leftOut, blanks }: RollUp): string[] => [
  ...missingStates.map(({ name, state }) => `${name}:${BOARD_WORDS[state].label},没有核查通过的报告`),
  ...leftOut.map(leftOutWords),
  ...blanks.map(blankWords),
]

const download = async (answer: RollUp): Promise<void> => {
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
      {summedLayouts(answer).map((layout) => (
        <div key={layout.table} class="wide">
          <FormTable
            layout={layout}
            caption={sectionHeading(layout.table)}
            figure={(cell, place) => <td {...place}>{valueAt(answer.tables, cell) ?? '空缺'}</td>}
          />
        </div>
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
