import { AGENCY_KIND_WORDS, type AgencyKind } from '../../../shared/form/agency-kind.ts'
import { BOARD_STATES, BOARD_WORDS, type BoardState } from '../../../shared/submission/board-state.ts'
import type { Agency } from '../../../shared/submission/submission.ts'
import { type BoardFilter, filterLink } from './board-lines.ts'

type StripProps = { readonly filter: BoardFilter; readonly counts: Readonly<Record<BoardState, number>> }

/** How many agencies stand where; each count leads to those alone. */
export const StateStrip = ({ filter, counts }: StripProps) => {
  const { state: chosen, ...others } = filter
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <nav class="strip" aria-label="按状态筛选">
      <a href={filterLink(others)} aria-current={chosen === undefined ? 'true' : undefined}>
        <b>{all}</b> 全部
      </a>
      {BOARD_STATES.filter((state) => counts[state] > 0 || state === chosen || state !== 'checking').map((state) => (
        <a key={state} href={filterLink({ ...others, state })} aria-current={chosen === state ? 'true' : undefined}>
          <b>{counts[state]}</b> {BOARD_WORDS[state].label}
        </a>
      ))}
    </nav>
  )
}

type FilterProps = {
  readonly filter: BoardFilter
  readonly agencies: readonly Agency[]
  readonly onFilter: (filter: BoardFilter, step: 'new' | 'same') => void
}

const without = <Name extends keyof BoardFilter>(filter: BoardFilter, name: Name): Omit<BoardFilter, Name> => {
  const { [name]: _, ...rest } = filter
  return rest
}

/** Search and choices; each of them is a step for Back, but the letters of the search. */
export const BoardFilters = ({ filter, agencies, onFilter }: FilterProps) => {
  const superiors = new Set(agencies.flatMap(({ parent }) => parent ?? []))
  const choose = (name: 'parent' | 'kind', value: string): void =>
    onFilter({ ...without(filter, name), ...(value !== '' && { [name]: value as AgencyKind }) } as BoardFilter, 'new')
  const tick = (name: 'late' | 'open', on: boolean): void =>
    onFilter({ ...without(filter, name), ...(on && { [name]: true }) } as BoardFilter, 'new')
  return (
    <form class="board-filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        查找
        <input
          type="search"
          value={filter.search ?? ''}
          placeholder="名称、编号、联系人、电话"
          onInput={({ currentTarget: { value } }) =>
            onFilter({ ...without(filter, 'search'), ...(value !== '' && { search: value }) } as BoardFilter, 'same')
          }
        />
      </label>
      <label>
        上级
        <select value={filter.parent ?? ''} onChange={(event) => choose('parent', event.currentTarget.value)}>
          <option value="">全部</option>
          {agencies
            .filter(({ id }) => superiors.has(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label>
        类别
        <select value={filter.kind ?? ''} onChange={(event) => choose('kind', event.currentTarget.value)}>
          <option value="">全部</option>
          {Object.entries(AGENCY_KIND_WORDS).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="tick">
        <input type="checkbox" checked={filter.late === true} onChange={(event) => tick('late', event.currentTarget.checked)} />
        已超期
      </label>
      <label class="tick">
        <input type="checkbox" checked={filter.open === true} onChange={(event) => tick('open', event.currentTarget.checked)} />
        有未说明的“请核对”
      </label>
    </form>
  )
}
