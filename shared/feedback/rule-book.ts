import type { Severity } from '../findings/finding.ts'
import { SEVERITY_WORDS } from '../findings/severity-words.ts'
import type { Need } from '../rule-kit/context.ts'
import { FAMILIES, type Rule } from '../rule-kit/rule.ts'
import { SOUND } from '../rule-kit/sound-report.ts'

/** All that is to be said of a rule, as `nianbao rules --json` lists it. */
export type RuleEntry = Pick<Rule, 'id' | 'title' | 'severity' | 'basis' | 'years' | 'needs'> & {
  readonly severityNote?: string
  /** What the rule says of its example. */
  readonly example: string
  /** What to do, whatever is found. */
  readonly fix: string
}

/** What a rule says of its example; throws where it says nothing, which is our own mistake. */
const exampleOf = (rule: Rule): string => {
  const { report, context } = { ...SOUND, ...rule.example(SOUND) }
  const [finding] = rule.check(report, context)
  if (finding === undefined) throw new Error(`the example of ${rule.id} breaks no rule`)
  return rule.message(finding)
}

export const ruleEntry = (rule: Rule): RuleEntry => {
  const { id, severity, severityNote, title, basis, years, needs, advice } = rule
  const note = severityNote === undefined ? {} : { severityNote }
  return { id, severity, ...note, title, basis, years, needs, example: exampleOf(rule), fix: advice }
}

const SEVERITIES: Record<Severity, string> = {
  error: SEVERITY_WORDS.error.demand,
  warning: `${SEVERITY_WORDS.warning.demand}(改正,或说明情况)`,
  notice: SEVERITY_WORDS.notice.demand,
}

const NEEDS: Record<Need, string> = {
  submission: '报送的单位和年度',
  'previous-report': '上一年度的报告',
  'agency-kind': '单位的类型(登记的,或名称能看出的)',
  'receipt-time': '收到报告的时间',
  'subordinate-reports': '下级单位同年的报告',
  'other-reports': '其他单位同年的报告',
}

const printed = (rule: Rule): string[] => {
  const { id, severity, severityNote, title, basis, needs, example, fix } = ruleEntry(rule)
  return [
    `## ${title}`,
    '',
    `- 编号:\`${id}\``,
    `- 类别:${FAMILIES[rule.family]}`,
    `- 要求:${SEVERITIES[severity]}${severityNote === undefined ? '' : `;${severityNote}`}`,
    `- 依据:${basis}`,
    `- 需要:${needs.length === 0 ? '报告本身' : needs.map((need) => NEEDS[need]).join('、')}`,
    `- 例子:${example}`,
    `- 改法:${fix}`,
    '',
  ]
}

/** The rule book as Markdown, every word of it from the rules themselves. */
export const ruleBook = (rules: readonly Rule[]): string =>
  [
    '# 核对规则',
    '',
    `共${rules.length}条,按反馈中的先后排列。“例子”是规则对一份改动了一处的样例报告所说的话。`,
    '',
    ...rules.flatMap(printed),
  ].join('\n')
