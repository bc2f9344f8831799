import type { Tone } from './status-words.ts'

/** Where an agency stands with the report of a year, in the order of the way. */
export const BOARD_STATES = ['not-filed', 'checking', 'failed', 'waiting', 'returned', 'approved', 'published', 'withdrawn'] as const
export type BoardState = (typeof BOARD_STATES)[number]

/** As the office reads it. */
export const BOARD_WORDS: Record<BoardState, { readonly label: string; readonly tone: Tone }> = {
  'not-filed': { label: '未报送', tone: 'bad' },
  checking: { label: '正在核查', tone: 'waiting' },
  failed: { label: '核查未通过', tone: 'bad' },
  waiting: { label: '等待审核', tone: 'waiting' },
  returned: { label: '已退回', tone: 'plain' },
  approved: { label: '已批准,正在发布', tone: 'waiting' },
  published: { label: '已发布', tone: 'good' },
  withdrawn: { label: '已撤下', tone: 'plain' },
}
