import type { ComponentChildren } from 'preact'
import { NEWS_WORDS, type News } from '../../shared/feedback/difference-words.ts'
import { findingLines } from '../../shared/feedback/finding-lines.ts'
import type { ToldFinding } from '../../shared/feedback/told-finding.ts'
import { FINDING_GROUPS, groupOf, SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'

/** `news` where it is known whether it was found before; `explanation` where warnings can have one. */
type Listed = ToldFinding & { readonly news?: News | null; readonly explanation?: { readonly text: string } | null }

const FindingItem = ({ finding, children }: { finding: Listed; children?: ComponentChildren }) => (
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
    {children}
  </li>
)

/** By what they demand; `from` is the number of the first, so that a finding has the number that the mail gave it. */
const groupsOf = <F extends Listed>(findings: readonly F[]) => {
  let from = 1
  return FINDING_GROUPS.map((severity) => {
    const group = findings.filter((finding) => groupOf(finding) === severity)
    const placed = { severity, group, from }
    from += group.length
    return placed
  }).filter(({ group }) => group.length > 0)
}

type ListProps<F> = {
  readonly findings: readonly F[] /** What can be done about a finding. */
  readonly actions?: (finding: F) => ComponentChildren
}

/** Findings by what they demand, each with where, both figures, what to do and what it rests on. */
export const FindingList = <F extends Listed>({ findings, actions }: ListProps<F>) => (
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
            <FindingItem key={`${finding.rule} ${finding.where} ${finding.message}`} finding={finding}>
              {actions?.(finding)}
            </FindingItem>
          ))}
        </ol>
      </section>
    ))}
  </>
)
