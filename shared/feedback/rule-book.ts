import type { Severity } from '../findings/finding.ts'
import type { Need } from '../rule-kit/context.ts'
import type { Rule } from '../rule-kit/rule.ts'
import { generalFix } from './general-fix.ts'

const SEVERITIES: Record<Severity, string> = { error: '错误(必须改正)', warning: '提醒(改正或说明)', notice: '提示' }
const NEEDS: Record<Need, string> = {
  submission: '报送的单位和年度',
  'previous-report': '上一年度的报告',
  'agency-kind': '单位的类型(登记的,或名称能看出的)',
  'receipt-time': '收到报告的时间',
  'subordinate-reports': '下级单位同年的报告',
  'other-reports': '其他单位同年的报告',
}

const entry = (rule: Rule): string[] => {
  const { id, severity, severityNote, title, basis, needs, example } = rule
  return [
    `## ${title}`,
    '',
    `- 编号:\`${id}\``,
    `- 程度:${SEVERITIES[severity]}${severityNote === undefined ? '' : `;${severityNote}`}`,
    `- 依据:${basis}`,
    `- 需要:${needs.length === 0 ? '报告本身' : needs.map((need) => NEEDS[need]).join('、')}`,
    `- 例子:${example}`,
    `- 改法:${generalFix(rule)}`,
    '',
  ]
}

/** The rule book as Markdown, every word of it from the rules themselves. */
export const ruleBook = (rules: readonly Rule[]): string =>
  ['# 核对规则', '', `共${rules.length}条,按反馈中的先后排列。`, '', ...rules.flatMap(entry)].join('\n')
