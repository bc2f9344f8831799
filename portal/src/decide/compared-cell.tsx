import type { VNode } from 'preact'
import { demandOf, groupOf, SEVERITY_WORDS } from '../../../shared/findings/severity-words.ts'
import type { CellRef } from '../../../shared/form/edition.ts'
import type { FigurePlace } from '../../../shared/publication/form-table.tsx'
import type { Figure } from '../../../shared/report/report.ts'
import { bringIntoSight, cellId, type Numbered, noteId } from './numbered-findings.ts'

/** `▲3`, `▼0.5`, and in words; nothing where both years say the same. */
export const changeOf = (value: number | null, before: number | null): { readonly sign: string; readonly words: string } | null => {
  if (value === null || before === null || value === before) return null
  const by = Number(Math.abs(value - before).toFixed(6))
  return value > before ? { sign: `▲${by}`, words: `比上年多${by}` } : { sign: `▼${by}`, words: `比上年少${by}` }
}

const Mark = ({ number, finding }: Numbered) => (
  <button
    type="button"
    class={`mark ${groupOf(finding)}`}
    title={finding.message}
    aria-label={`第${number}条意见,${demandOf(finding)}:${finding.message}`}
    onClick={() => bringIntoSight(noteId(number))}
  >
    {SEVERITY_WORDS[groupOf(finding)].sign}
    {number}
  </button>
)

type CellProps = FigurePlace & {
  readonly cell: CellRef
  readonly figure: Figure | undefined
  readonly before: number | null
  readonly findings: readonly Numbered[]
}

/** A figure with the findings that are about it, and what stood there the year before where that was another. */
export const ComparedCell = ({ cell, figure, before, findings, colSpan, headers }: CellProps): VNode => {
  const value = figure?.value ?? null
  const change = changeOf(value, before)
  const look = ['figure', value === null && 'blank', findings.length > 0 && 'marked', change !== null && 'changed']
  return (
    <td
      id={cellId(cell)}
      tabIndex={findings.length > 0 ? -1 : undefined}
      class={look.filter(Boolean).join(' ')}
      colSpan={colSpan}
      headers={headers}
    >
      {value !== null && String(value)}
      {value === null && figure?.text != null && <span class="unread">{`原文“${figure.text}”`}</span>}
      {value !== null && figure?.remark != null && <small>{` ${figure.remark}`}</small>}
      {findings.map(({ number, finding }) => (
        <Mark key={number} number={number} finding={finding} />
      ))}
      {before !== null && (before !== 0 || change !== null) && (
        <span class="before">
          {`上年${before}`}
          {change !== null && (
            <b>
              {' '}
              <span aria-hidden="true">{change.sign}</span>
              <span class="unseen">{change.words}</span>
            </b>
          )}
        </span>
      )}
    </td>
  )
}
