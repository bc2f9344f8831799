import { SEVERITY_WORDS } from '../../shared/feedback/severity-words.ts'
import { RULES } from '../../shared/rules/catalogue.ts'

/** Every rule that a report is checked against. */
export const RuleBook = () => (
  <section aria-labelledby="rules">
    <h2 id="rules">{`规则手册(共${RULES.length}条)`}</h2>
    <p class="quiet">报告按下列规则逐条核查。“必须改正”的规则不满足时,报告不能通过。</p>
    <ul class="rules">
      {RULES.map(({ id, title, severity, severityNote, basis, example }) => (
        <li key={id} id={`rule-${id}`}>
          <h3>
            {title} <code>{id}</code>
          </h3>
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
          </dl>
        </li>
      ))}
    </ul>
  </section>
)
