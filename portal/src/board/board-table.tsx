import { useRef } from 'preact/hooks'
import { countWords } from '../../../shared/findings/severity-words.ts'
import { BOARD_WORDS, type BoardState } from '../../../shared/submission/board-state.ts'
import { submissionLink } from '../../../shared/submission/keys.ts'
import { TONE_SIGNS } from '../../../shared/submission/status-words.ts'
import { FaultBadge } from '../status-badge.tsx'
import type { BoardFilter, BoardLine, Sort } from './board-lines.ts'
import { receivedWords, useWindow } from './use-table.ts'

const StateBadge = ({ state }: { state: BoardState }) => {
  const { label, tone } = BOARD_WORDS[state]
  return (
    <span class={`badge ${tone}`}>
      <span aria-hidden="true">{TONE_SIGNS[tone]}</span> {label}
    </span>
  )
}

const HEADS: readonly { readonly head: string; readonly sort?: Sort }[] = [
  { head: '单位', sort: 'name' },
  { head: '状态', sort: 'state' },
  { head: '核查结果' },
  { head: '待说明', sort: 'openWarnings' },
  { head: '报送时间', sort: 'receivedAt' },
  { head: '联系人' },
  { head: '电话' },
  { head: '上级', sort: 'parent' },
  { head: '类别' },
  { head: '关注度', sort: 'risk' },
]

const versionOf = ({ row }: BoardLine): string => {
  if (row?.version === undefined) return ''
  return `第${row.version}版${row.earlierInPublic ? '(旧版仍公开)' : ''}`
}

export const checkedWords = ({ row }: BoardLine): string => {
  if (row?.verdict === 'unreadable') return '无法读取'
  return row?.counts === undefined ? '—' : countWords(row.counts) || '没有问题'
}

const Line = ({ line, index }: { line: BoardLine; index: number }) => {
  const { agency, row, state, late } = line
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row" class="whose">
        {row === undefined ? agency.name : <a href={submissionLink(row.submissionId)}>{agency.name}</a>}
      </th>
      <td>
        <StateBadge state={state} /> {versionOf(line)}
        {row?.systemFault && <FaultBadge />}
      </td>
      <td>{checkedWords(line)}</td>
      <td>{line.openWarnings || '—'}</td>
      <td>{late > 0 ? <strong>{receivedWords(line)}</strong> : receivedWords(line)}</td>
      <td>{agency.contact ?? '—'}</td>
      <td>{agency.telephone === undefined ? '—' : <a href={`tel:${agency.telephone.replace(/[^\d+]/g, '')}`}>{agency.telephone}</a>}</td>
      <td>{line.parent || '—'}</td>
      <td>{line.kind || '—'}</td>
      <td>{line.risk || '—'}</td>
    </tr>
  )
}

type HeadProps = { readonly filter: BoardFilter; readonly onSort: (sort: Sort) => void }

const Heads = ({ filter, onSort }: HeadProps) => (
  <tr aria-rowindex={1}>
    {HEADS.map(({ head, sort }) => {
      const order = filter.falling ? 'descending' : 'ascending'
      return (
        <th key={head} scope="col" aria-sort={sort === undefined ? undefined : sort === filter.sort ? order : 'none'}>
          {sort === undefined ? (
            head
          ) : (
            <button type="button" class="text-button" onClick={() => onSort(sort)}>
              {head}
              <span aria-hidden="true">{sort === filter.sort ? (filter.falling ? ' ▼' : ' ▲') : ''}</span>
            </button>
          )}
        </th>
      )
    })}
  </tr>
)

const Gap = ({ height }: { height: number }) =>
  height <= 0 ? null : (
    <tr class="gap">
      <td colSpan={HEADS.length} style={{ height: `${height}px` }} />
    </tr>
  )

/** What scrolls must be reachable by keyboard. */
const REACHABLE = { tabIndex: 0 }

/** Rows of one height, in letters, so that they grow with them. */
const ROW_LETTERS = 2.75
const letterHeight = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

/** The lines as a table, of which only what is in sight is drawn. */
export const BoardTable = ({ lines, filter, onSort }: { lines: readonly BoardLine[] } & HeadProps) => {
  const scrolling = useRef<HTMLElement>(null)
  const { items, whole } = useWindow(scrolling, lines.length, ROW_LETTERS * letterHeight())
  const [first, last] = [items[0], items.at(-1)]
  return (
    <section class="board-scroll" ref={scrolling} aria-label="各单位报送情况(可滚动)" {...REACHABLE}>
      <table aria-rowcount={lines.length + 1}>
        <thead>
          <Heads filter={filter} onSort={onSort} />
        </thead>
        <tbody>
          <Gap height={first?.start ?? 0} />
          {items.map(({ index }) => {
            const line = lines[index]
            return line && <Line key={line.agency.id} line={line} index={index} />
          })}
          <Gap height={whole - (last?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  )
}
