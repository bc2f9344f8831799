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

/** Findings by severity, each with where, both figures, what to do and what it rests on. */
export const FindingList = ({ findings }: { findings: readonly ToldFinding[] }) => (
  <>
    {SEVERITIES.map((severity) => ({ severity, group: findings.filter((finding) => finding.severity === severity) }))
      .filter(({ group }) => group.length > 0)
      .map(({ severity, group }) => (
        <section key={severity} aria-labelledby={`findings-${severity}`}>
          <h3 id={`findings-${severity}`}>
            <span class={`badge ${severity}`}>
              <span aria-hidden="true">{SEVERITY_WORDS[severity].sign}</span> {SEVERITY_WORDS[severity].demand}
            </span>
            {` ${group.length}处`}
          </h3>
          <p class="quiet">{SEVERITY_WORDS[severity].consequence}</p>
          <ol class="findings">
            {group.map((finding) => (
              <FindingItem key={`${finding.rule} ${finding.where} ${finding.message}`} finding={finding} />
            ))}
          </ol>
        </section>
      ))}
  </>
)
