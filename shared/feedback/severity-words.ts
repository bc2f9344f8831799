import type { Severity } from '../findings/finding.ts'
import type { Counts } from '../findings/verdict.ts'

/** In the order in which findings are told. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const satisfies readonly Severity[]

type SeverityWords = {
  /** What the reader has to do. */
  readonly demand: string
  /** What follows from it, in a sentence. */
  readonly consequence: string
  /** Stands beside the words, so that meaning never hangs on colour alone. */
  readonly sign: string
}

export const SEVERITY_WORDS: Record<Severity, SeverityWords> = {
  error: { demand: '必须改正', consequence: '不改正则报告不能通过核查。', sign: '✕' },
  warning: { demand: '请核对', consequence: '疑似有误。请改正,或确认无误;不影响通过,审核人员可以看到。', sign: '!' },
  notice: { demand: '建议', consequence: '仅供参考,不影响通过。', sign: 'i' },
}

/** `3处必须改正,1处请核对`; empty where nothing was found. */
export const countWords = (counts: Counts): string =>
  SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]}处${SEVERITY_WORDS[severity].demand}`)
    .join(',')
