import { NEWS_WORDS, type News } from '../../shared/feedback/difference-words.ts'
import { findingLines } from '../../shared/feedback/finding-lines.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../../shared/feedback/severity-words.ts'
import type { ToldFinding } from '../../shared/feedback/told-finding.ts'

/** `news` where it is known whether it was found before. */
type Listed = ToldFinding & { readonly news?: News | null }

const FindingItem = ({ finding }: { finding: Listed }) => (
  <li class={`finding ${finding.severity}`}>
    <p class="message">
      {finding.news != null && (
        <>
          <span class="news">{NEWS_WORDS[finding.news]}</span>{' '}
        </>
      )}
      {finding.message}
    </p>
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
const groupsOf = (findings: readonly Listed[]) => {
  let from = 1
  return SEVERITIES.map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity)
    const placed = { severity, group, from }
    from += group.length
    return placed
  }).filter(({ group }) => group.length > 0)
}

/** Findings by severity, each with where, both figures, what to do and what it rests on. */
export const FindingList = ({ findings }: { findings: readonly Listed[] }) => (
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
