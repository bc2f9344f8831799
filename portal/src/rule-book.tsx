import { RULES } from '../../shared/assessment/catalogue.ts'
import { type RuleEntry, ruleEntry } from '../../shared/feedback/rule-book.ts'
import { SEVERITY_WORDS } from '../../shared/findings/severity-words.ts'

const RuleItem = ({ id, title, severity, severityNote, basis, example, fix }: RuleEntry) => {
  return (
    <li id={`rule-${id}`}>
      <h3>{title}</h3>
      <dl>
        <div>
          <dt>要求</dt>
          <dd>
            <span class={`badge ${severity}`}>
              <span aria-hidden="true">{SEVERITY_WORDS[severity].sign}</span> {SEVERITY_WORDS[severity].demand}
            </span>
            {severityNote !== undefined && ` ${severityNote}`}
          </dd>
        </div>
        <div>
          <dt>依据</dt>
          <dd>{basis}</dd>
        </div>
        <div>
          <dt>示例</dt>
          <dd>{example}</dd>
        </div>
        <div>
          <dt>改法</dt>
          <dd>{fix}</dd>
        </div>
      </dl>
    </li>
  )
}

/** Every rule that a report is checked against. */
export const RuleBook = () => (
  <section aria-labelledby="rules">
    <h2 id="rules">{`规则手册(共${RULES.length}条)`}</h2>
    <p class="quiet">{`报告按下列规则逐条核查。“${SEVERITY_WORDS.error.demand}”的规则不满足时,报告不能通过。`}</p>
    <ul class="rules">
      {RULES.map((rule) => (
        <RuleItem key={rule.id} {...ruleEntry(rule)} />
      ))}
    </ul>
  </section>
)
