import { type Decided, lifecycle, type Status } from './lifecycle.ts'
import type { HistoryEntry, Submission } from './submission.ts'

/** A step that is taken now (`at`, an ISO instant). Whose it is stands in the lifecycle, or, where a person decides, in `by`. */
export type Step<To extends Status> = { readonly at: string; readonly note?: string } & (To extends Decided
  ? { readonly by: string }
  : { readonly by?: never })

/** What came of a step: the submission as it now stands. Where it was not moved, another delivery was first, or there is no such submission. */
export type Advanced =
  | { readonly moved: true; readonly submission: Submission }
  | { readonly moved: false; readonly submission: Submission | undefined }

/** The line of the history that a step leaves. */
export const entryOf = <To extends Status>(to: To, { at, by, note }: Step<To>): HistoryEntry => ({
  status: to,
  at,
  by: by ?? lifecycle[to].by,
  ...(note !== undefined && { note }),
})
