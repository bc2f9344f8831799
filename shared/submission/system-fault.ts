import type { SystemFault } from './submission.ts'

/** A step that was given up is tried again after so long, then after twice as long, up to an hour. */
const FIRST_MINUTES = 10
const MOST_MINUTES = 60

/** In the portal, and in the mail: the fault is ours, and nobody has to hand in anything. */
export const SYSTEM_FAULT_WORDS = {
  label: '系统故障',
  meaning: '系统出现故障,不是报告的问题,无须重新提交。故障排除后系统自动继续办理。',
} as const

/** The mark after one more step was given up. */
export const faultAfter = (before: SystemFault | undefined, now: Date): SystemFault => {
  const count = (before?.count ?? 0) + 1
  const minutes = Math.min(FIRST_MINUTES * 2 ** (count - 1), MOST_MINUTES)
  return { since: before?.since ?? now.toISOString(), count, retryAt: new Date(now.getTime() + minutes * 60_000).toISOString() }
}
