import type { ComponentChildren } from 'preact'
import { findingLines } from '../../../shared/feedback/finding-lines.ts'
import { demandOf, groupOf, SEVERITY_WORDS, waiverWords } from '../../../shared/findings/severity-words.ts'
import { bringIntoSight, cellId, type Numbered, noteId } from './numbered-findings.ts'

/** The lines that a note says by itself. */
const SAID = ['单位说明', '豁免']

type NoteProps = Numbered & { readonly children?: ComponentChildren }

/** A finding beside the part of the report that it is about: what, what its agency says of it, and the rest when it is asked for. */
const FindingNote = ({ number, finding, children }: NoteProps) => {
  const [cell] = finding.cells
  return (
    <li id={noteId(number)} tabIndex={-1} class={`finding ${finding.severity}`}>
      <p class="message">
        <span class={`badge ${groupOf(finding)}`}>
          <span aria-hidden="true">{SEVERITY_WORDS[groupOf(finding)].sign}</span>
          {`${number} ${demandOf(finding)}`}
        </span>{' '}
        {finding.message}
      </p>
      {finding.severity === 'warning' && (
        <p class="said">
          <strong>单位说明:</strong>
          {finding.explanation?.text ?? '尚未说明'}
        </p>
      )}
      {finding.waiver !== undefined && (
        <p class="said">
          <strong>豁免:</strong>
          {waiverWords(finding.waiver)}
        </p>
      )}
      {cell !== undefined && (
        <button type="button" class="text-button" onClick={() => bringIntoSight(cellId(cell))}>
          看这一格
        </button>
      )}
      <details>
        <summary>位置、改法和依据</summary>
        <dl>
          {findingLines(finding)
            .filter(({ label }) => !SAID.includes(label))
            .map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </details>
      {children}
    </li>
  )
}

type NotesProps = {
  readonly findings: readonly Numbered[]
  readonly label: string
  readonly actions: (finding: Numbered['finding']) => ComponentChildren
}

/** The findings of one part of the report. */
export const FindingNotes = ({ findings, label, actions }: NotesProps) =>
  findings.length === 0 ? null : (
    <aside class="notes" aria-label={label}>
      <ol class="findings">
        {findings.map(({ number, finding }) => (
          <FindingNote key={number} number={number} finding={finding}>
            {actions(finding)}
          </FindingNote>
        ))}
      </ol>
    </aside>
  )
