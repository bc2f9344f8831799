import type { Status } from './lifecycle.ts'
import type { Received, Submission } from './submission.ts'
import { highestVersionFirst, receivedAmong } from './version.ts'

/** It passed, and was not taken back since. */
const TAKES_PLACE: readonly Status[] = ['passed', 'approved', 'published', 'superseded']
/** Its file came, and was not found wanting. */
const STANDS_BEFORE: readonly Status[] = ['uploaded', 'parsed', ...TAKES_PLACE]
/** Its file may have come, and be in reading now. */
const MAY_BE_READ: readonly Status[] = ['requested', 'lapsed']

const newest = ({ version = 0 }: Submission, others: readonly Submission[], counts: (other: Submission) => boolean): Received | undefined =>
  receivedAmong(others)
    .filter((other) => other.version > version && counts(other))
    .toSorted(highestVersionFirst)[0]

const standsBefore = ({ status, file }: Submission): boolean =>
  STANDS_BEFORE.includes(status) || (MAY_BE_READ.includes(status) && file !== undefined)

/** Whether a submission in this status takes the place of older ones that still wait. */
export const takesPlace = (status: Status): boolean => TAKES_PLACE.includes(status)

/** The newest version that takes the place of this one, of those of its agency and year; undefined where none does. Any order. */
export const successorOf = (submission: Submission, others: readonly Submission[]): Received | undefined =>
  newest(submission, others, ({ status }) => TAKES_PLACE.includes(status))

/** The newest version that has to be looked at before this one may be approved: it may be under way still. Any order. */
export const newerUpload = (submission: Submission, others: readonly Submission[]): Received | undefined =>
  newest(submission, others, standsBefore)
