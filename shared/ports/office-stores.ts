import type { SetDeadlines } from '../submission/set-deadlines.ts'

/** The last days that the disclosure office sets, one record a year. */
export type DeadlineStore = {
  /** Sees every `put` that was answered. */
  load(year: number): Promise<SetDeadlines | undefined>
  /** Adds it, or replaces that which was read before; false where another stands there by now. */
  put(deadlines: SetDeadlines, before: SetDeadlines | undefined): Promise<boolean>
}
