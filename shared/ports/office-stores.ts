import type { IdRange } from '../publication/list-parts.ts'
import type { BoardEntry } from '../submission/board.ts'
import type { SetDeadlines } from '../submission/set-deadlines.ts'

/** The last days that the disclosure office sets, one record a year. */
export type DeadlineStore = {
  /** Sees every `put` that was answered. */
  load(year: number): Promise<SetDeadlines | undefined>
  /** Adds it, or replaces that which was read before; false where another stands there by now. */
  put(deadlines: SetDeadlines, before: SetDeadlines | undefined): Promise<boolean>
}

/** What was filed for a year, with what the board shows of it. It may lag a moment behind the submissions. */
export type BoardStore = {
  /** Of every version, in any order. */
  ofYear(year: number, range?: IdRange): Promise<BoardEntry[]>
  /** Lets a few more of the submissions stand here that were written before there was this list; false once all do. */
  takeInOlder(): Promise<boolean>
}
