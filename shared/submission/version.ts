import type { Received, Submission } from './submission.ts'

const hasVersion = (submission: Submission): submission is Received => submission.version !== undefined

/** The submission with the version that it must have by now. */
export const received = (submission: Submission): Received => {
  if (!hasVersion(submission)) throw new Error(`submission ${submission.id} is ${submission.status}, but has no version`)
  return submission
}

export const receivedAmong = (submissions: readonly Submission[]): Received[] => submissions.filter(hasVersion)

/** Highest version first; before them, newest first, those whose file has not arrived. */
export const highestVersionFirst = (a: Submission, b: Submission): number => {
  const [first, second] = [a.version ?? Number.MAX_SAFE_INTEGER, b.version ?? Number.MAX_SAFE_INTEGER]
  return second - first || b.since.localeCompare(a.since)
}

export const versionWords = ({ version }: Pick<Submission, 'version'>): string => (version === undefined ? '文件未到' : `第${version}版`)
