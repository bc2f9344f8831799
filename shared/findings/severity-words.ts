import type { Finding, Severity } from './finding.ts'

/** In the order in which findings are told. */
const SEVERITIES = ['error', 'warning', 'notice'] as const satisfies readonly Severity[]

/** Findings are told by what they demand; those that the disclosure office let stand come last. */
export const FINDING_GROUPS = [...SEVERITIES, 'waived'] as const
export type FindingGroup = (typeof FINDING_GROUPS)[number]
export const groupOf = ({ severity, waiver }: Pick<Finding, 'severity' | 'waiver'>): FindingGroup =>
  waiver === undefined ? severity : 'waived'

type SeverityWords = {
  /** What the reader has to do. The one word for the severity: in the mail, the portal, the command, the rule book and on the page. */
  readonly demand: string
  /** What follows from it, in a sentence. */
  readonly consequence: string
  /** Stands beside the words, so that meaning never hangs on colour alone. */
  readonly sign: string
}

export const SEVERITY_WORDS: Record<FindingGroup, SeverityWords> = {
  error: { demand: '必须改正', consequence: '不改正则报告不能通过核查。', sign: '✕' },
  warning: { demand: '请核对', consequence: '疑似有误。请改正,或说明情况;不影响通过,审核人员可以看到。', sign: '!' },
  notice: { demand: '供参考', consequence: '不影响通过,可以不改。', sign: 'i' },
  waived: { demand: '已豁免', consequence: '主管部门已同意保留,不影响通过,随报告公开。', sign: '○' },
}

/** `历史数据无法补正(至2025-12-31)` */
export const waiverWords = ({ reason, expires }: NonNullable<Finding['waiver']>): string => `${reason}(至${expires})`

/** What the reader has to do about a finding. */
export const demandOf = (finding: Pick<Finding, 'severity' | 'waiver'>): string => SEVERITY_WORDS[groupOf(finding)].demand

/** `3处必须改正,1处请核对`; empty where nothing was found. */
export const countWords = (counts: Readonly<Partial<Record<FindingGroup, number>>>): string =>
  FINDING_GROUPS.flatMap((group) => ((counts[group] ?? 0) > 0 ? `${counts[group]}处${SEVERITY_WORDS[group].demand}` : [])).join(',')
