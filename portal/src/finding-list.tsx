import { findingLines } from '../../shared/feedback/finding-lines.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../../shared/feedback/severity-words.ts'
import type { ToldFinding } from '../../shared/feedback/told-finding.ts'

const FindingItem = ({ finding }: { finding: ToldFinding }) => (
  <li class={`finding ${finding.severity}`}>
    <p class="message">{finding.message}</p>
    <dl>
      {findingLines(finding).map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </li>
)

/** By severity; `from` is the number of the first, so that a finding has the number that the mail gave it. */
const groupsOf = (findings: readonly ToldFinding[]) => {
  let from = 1
  return SEVERITIES.map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity)
    const placed = { severity, group, from }
    from += group.length
    return placed
  }).filter(({ group }) => group.length > 0)
}

/** Findings by severity, each with where, both figures, what to do and what it rests on. */
export const FindingList = ({ findings }: { findings: readonly ToldFinding[] }) => (
  <>
    {groupsOf(findings).map(({ severity, group, from }) => (
      <section key={severity} aria-labelledby={`findings-${severity}`}>
        <h3 id={`findings-${severity}`}>
          <span class={`badge ${severity}`}>
            <span aria-hidden="true">{SEVERITY_WORDS[severity].sign}</span> {SEVERITY_WORDS[severity].demand}
          </span>
          {` ${group.length}处`}
        </h3>
        <p class="quiet">{SEVERITY_WORDS[severity].consequence}</p>
        <ol class="findings" start={from}>
          {group.map((finding) => (
            <FindingItem key={`${finding.rule} ${finding.where} ${finding.message}`} finding={finding} />
          ))}
        </ol>
      </section>
    ))}
  </>
)
