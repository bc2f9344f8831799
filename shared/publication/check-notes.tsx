import { type Explanation, explanationOf } from '../assessment/explanation.ts'
import { tellFinding } from '../feedback/told-finding.ts'
import type { Finding } from '../findings/finding.ts'
import { SEVERITY_WORDS, waiverWords } from '../findings/severity-words.ts'

type NotesProps = { readonly findings: readonly Finding[]; readonly explanations: readonly Explanation[] }

/** What stands in the report although the check remarked on it: errors that were waived, and warnings that the agency explained. */
export const CheckNotes = ({ findings, explanations }: NotesProps) => {
  const notes = findings.flatMap((finding) => {
    const { message, where } = tellFinding(finding)
    if (finding.waiver !== undefined) return [{ message, where, label: SEVERITY_WORDS.waived.demand, words: waiverWords(finding.waiver) }]
    const explanation = finding.severity === 'warning' ? explanationOf(finding, explanations) : undefined
    return explanation === undefined ? [] : [{ message, where, label: '单位说明', words: explanation.text }]
  })
  return notes.length === 0 ? null : (
    <section aria-labelledby="check-notes">
      <h2 id="check-notes">核查说明</h2>
      <ul>
        {notes.map(({ message, where, label, words }) => (
          <li key={`${where} ${message}`}>
            {message}
            <br />
            <strong>{`${label}:`}</strong>
            {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
