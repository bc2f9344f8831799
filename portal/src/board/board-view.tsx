import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Board } from '../../../shared/http-api/board.ts'
import { type Caller, mayKeepRegistry } from '../../../shared/submission/permissions.ts'
import { currentReportingYear } from '../../../shared/submission/reporting-year.ts'
import type { Agency } from '../../../shared/submission/submission.ts'
import type { Api } from '../api.ts'
import { deadlineWords } from '../deadline-note.tsx'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'
import { goTo } from '../use-hash.ts'
import { YearChoice } from '../year-choice.tsx'
import './board.css'
import { BoardFilters, StateStrip } from './board-filters.tsx'
import { type BoardFilter, boardLines, countStates, filterLink, fits, readFilter, type Sort } from './board-lines.ts'
import { BoardTable } from './board-table.tsx'
import { boardWorkbook } from './board-workbook.ts'
import { DeadlineForm } from './deadline-form.tsx'
import { useLines } from './use-table.ts'

type Loaded = { readonly agencies: readonly Agency[]; readonly board: Board }

const go = (filter: BoardFilter, step: 'new' | 'same'): void => goTo(filterLink(filter), step)

const save = async (name: string, bytes: Uint8Array): Promise<void> => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes.slice().buffer]))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

const Shown = ({ agencies, board, filter }: Loaded & { filter: BoardFilter }) => {
  const lines = useMemo(() => boardLines(agencies, board, new Date()), [agencies, board])
  const counted = useMemo(() => countStates(lines.filter((line) => fits(line, filter))), [lines, filter])
  const shown = useLines(lines, filter)
  const sort = (by: Sort): void => {
    const { sort: before, falling, ...rest } = filter
    // What matters most stands first, and another press turns it round.
    const falls = before === by ? !falling : by === 'risk' || by === 'openWarnings'
    go({ ...rest, sort: by, ...(falls && { falling: true as const }) }, 'new')
  }
  return (
    <>
      <StateStrip filter={filter} counts={counted} />
      <BoardFilters filter={filter} agencies={agencies} onFilter={go} />
      <p class="board-count">
        <output>{`显示${shown.length}个单位,共${lines.length}个`}</output>
        <button
          type="button"
          class="plain-button"
          disabled={shown.length === 0}
          onClick={() => void boardWorkbook(shown).then((bytes) => save(`${board.year}年度报送情况.xlsx`, bytes))}
        >
          下载表格
        </button>
        <a href={filterLink({ year: filter.year, state: 'waiting', sort: 'risk', falling: true })}>待审核的,最需要关注的在前</a>
      </p>
      {shown.length === 0 ? <p class="quiet">没有符合条件的单位。</p> : <BoardTable lines={shown} filter={filter} onSort={sort} />}
    </>
  )
}

/** Where every agency stands with the report of a year. */
export const BoardView = ({ api, caller, search }: { api: Api; caller: Caller; search: string }) => {
  const filter = useMemo(() => readFilter(search, currentReportingYear(new Date())), [search])
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { year } = filter
  const refresh = useCallback(() => {
    setFailure(null)
    return Promise.all([api.listAgencies({}), api.showBoard({ query: { year } })]).then(
      ([{ agencies }, board]) => setLoaded({ agencies, board }),
      (error: unknown) => setFailure(asFailure(error)),
    )
  }, [api, year])
  useEffect(() => {
    setLoaded(null)
    void refresh()
  }, [refresh])
  const ready = loaded?.board.year === year ? loaded : null
  return (
    <section class="board" aria-labelledby="board">
      <h2 id="board">{`${year}年度报告报送情况`}</h2>
      <YearChoice year={year} onYear={(other) => go({ ...filter, year: other }, 'new')} />
      {failure !== null && <FailureNote failure={failure} onRetry={() => void refresh()} />}
      {ready === null && failure === null && <output class="quiet">正在读取……</output>}
      {ready !== null && (
        <>
          <p>{deadlineWords(ready.board)}</p>
          {mayKeepRegistry(caller) && <DeadlineForm key={year} api={api} deadlines={ready.board} onSet={() => void refresh()} />}
          <Shown {...ready} filter={filter} />
        </>
      )}
    </section>
  )
}
