import { countBySeverity, type Verdict } from '../shared/assessment/verdict.ts'
import type { CheckResult } from '../shared/feedback/check-result.ts'
import { sumsAdvice } from '../shared/feedback/repair-words.ts'
import type { ToldFinding } from '../shared/feedback/told-finding.ts'
import { countWords, FINDING_GROUPS, groupOf, SEVERITY_WORDS } from '../shared/findings/severity-words.ts'

const VERDICTS: Record<Verdict, string> = { pass: '通过', fail: '未通过', unreadable: '无法读取' }
const finding = ({ message, where, fix, basis }: ToldFinding, index: number): string[] => [
  `  ${index + 1}. ${message}`,
  ...(where === '' ? [] : [`     位置:${where}`]),
  `     改法:${fix}`,
  `     依据:${basis}`,
]

/** One file's block of the report for a person: the verdict and how many findings first, errors before the rest. */
export const textReport = (result: CheckResult): string => {
  const { file, verdict, title, findings } = result
  const advice = sumsAdvice(result)
  const groups = FINDING_GROUPS.map((group) => ({
    words: SEVERITY_WORDS[group].demand,
    found: findings.filter((each) => groupOf(each) === group),
  })).filter(({ found }) => found.length > 0)
  const counts = countWords(countBySeverity(findings))
  return [
    `【${VERDICTS[verdict]}】${file}${counts === '' ? '' : `:${counts}`}`,
    ...(title === null ? [] : [`  ${title}`]),
    ...result.remarks.map((remark) => `  读取说明:${remark}`),
    ...(advice === null ? [] : [`  勾稽关系:${advice}`]),
    ...groups.flatMap(({ words, found }) => [`  —— ${words} ——`, ...found.flatMap(finding)]),
    '',
    '',
  ].join('\n')
}
