import type { Status } from './lifecycle.ts'
import type { Received, Submission } from './submission.ts'
import { highestVersionFirst, receivedAmong } from './version.ts'

/** It passed, and was not taken back since. */
const TAKES_PLACE: readonly Status[] = ['passed', 'approved', 'published', 'superseded']
/** Its file came, and was not found wanting. */
const STANDS_BEFORE: readonly Status[] = ['uploaded', 'parsed', ...TAKES_PLACE]

const newest = ({ version = 0 }: Submission, others: readonly Submission[], statuses: readonly Status[]): Received | undefined =>
  receivedAmong(others)
    .filter((other) => other.version > version && statuses.includes(other.status))
    .toSorted(highestVersionFirst)[0]

/** Whether a submission in this status takes the place of older ones that still wait. */
export const takesPlace = (status: Status): boolean => TAKES_PLACE.includes(status)

/** The newest version that takes the place of this one, of those of its agency and year; undefined where none does. Any order. */
export const successorOf = (submission: Submission, others: readonly Submission[]): Received | undefined =>
  newest(submission, others, TAKES_PLACE)

/** The newest version that has to be looked at before this one may be approved: it may be under way still. Any order. */
export const newerUpload = (submission: Submission, others: readonly Submission[]): Received | undefined =>
  newest(submission, others, STANDS_BEFORE)
