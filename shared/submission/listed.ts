import type { Submission } from './submission.ts'

/** What lists of many submissions show of each, beside where it stands and since when. The index that they go by holds no more. */
export const LISTED = [
  'id',
  'agencyId',
  'agencyName',
  'year',
  'version',
  'fileName',
  'submittedBy',
  'verdict',
  'counts',
  'title',
  'returnReason',
  'page',
  'systemFault',
] as const satisfies readonly (keyof Submission)[]

export type Listed = Pick<Submission, (typeof LISTED)[number] | 'status' | 'since'>
