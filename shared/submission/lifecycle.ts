/** The life of a submission. Each line is one step, and each step is taken by one function. */
export const lifecycle = {
  requested: { uploaded: 'parse-report', lapsed: 'sweep-submissions' },
  uploaded: { parsed: 'parse-report', unreadable: 'parse-report' },
  parsed: { passed: 'validate-report', failed: 'validate-report' },
  passed: { approved: 'review-submission', returned: 'review-submission' },
  approved: { published: 'publish-report' },
  published: { superseded: 'publish-report', withdrawn: 'review-submission' },
  lapsed: {},
  unreadable: {},
  failed: {},
  returned: {},
  superseded: {},
  withdrawn: {},
} as const

export type Status = keyof typeof lifecycle
export const STATUSES = Object.keys(lifecycle) as Status[]
export type Next<S extends Status> = Extract<keyof (typeof lifecycle)[S], Status>

/** The statuses that the agency is written to about, once each. */
export const MAILED_STATUSES = ['unreadable', 'failed', 'passed', 'returned', 'published'] as const satisfies readonly Status[]
export type MailedStatus = (typeof MAILED_STATUSES)[number]
export const isMailed = (status: Status): status is MailedStatus => (MAILED_STATUSES as readonly Status[]).includes(status)

/** What still has to happen to a submission in this status, by function: sweep sendsTo it again where it stands still. */
export const NEXT_FUNCTION = {
  uploaded: 'parse-report',
  parsed: 'validate-report',
  approved: 'publish-report',
} as const satisfies Partial<Record<Status, string>>
