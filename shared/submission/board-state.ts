/** Where an agency stands with the report of a year, in the order of the way. */
export const BOARD_STATES = ['not-filed', 'checking', 'failed', 'waiting', 'returned', 'approved', 'published', 'withdrawn'] as const
export type BoardState = (typeof BOARD_STATES)[number]
