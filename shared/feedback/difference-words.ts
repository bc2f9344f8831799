import type { Comparison } from '../assessment/difference.ts'
import type { Finding } from '../findings/finding.ts'

/** Whether a finding was there in the upload before. */
export type News = 'fresh' | 'remaining'

export const NEWS_WORDS: Record<News, string> = { fresh: '新', remaining: '仍在' }

export const newsOf = (comparison: Comparison | undefined, finding: Finding): News | null => {
  if (comparison === undefined) return null
  return comparison.difference.fresh.includes(finding) ? 'fresh' : 'remaining'
}

/** `与第1版相比:已改正3处,新出现1处,仍有2处` */
export const differenceWords = ({ version, difference: { mended, fresh, remaining } }: Comparison): string =>
  `与第${version}版相比:已改正${mended.length}处,新出现${fresh.length}处,仍有${remaining.length}处`
