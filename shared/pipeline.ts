import type { Route } from './http-api/route.ts'
import { ROUTES } from './http-api/routes.ts'
import { type Taker, toldBy } from './submission/lifecycle.ts'
import type { TableUse } from './table.ts'

/**
 * The one description of what runs: buckets, queues, functions, triggers, limits; the table stands in `table.ts`.
 * `cdk/` deploys it and `local/` runs it, so that the two cannot drift.
 */

export type Grant =
  /** `read` and `write` are of what functions made of an upload; `find-upload` sees that one is there. */
  | {
      readonly on: 'uploads'
      readonly may: readonly ('read' | 'write' | 'find-upload' | 'read-upload' | 'sign-upload' | 'sign-download')[]
    }
  | { readonly on: 'site'; readonly may: readonly ('read' | 'write' | 'remove')[] }
  | { readonly on: 'table'; readonly may: readonly TableUse[] }
  | { readonly on: 'mail' }

export type FunctionSpec = {
  /** One sentence for the operator. */
  readonly purpose: string
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly grants: readonly Grant[]
  /** Writes lines with the word ALARM into its log, which call a person. */
  readonly callsForHelp?: true
  /** The queues that this function tells of submissions; those of the steps it takes stand in the lifecycle. */
  readonly sendsTo: readonly QueueName[]
  readonly trigger:
    | {
        readonly queue: QueueName
        /** Object-created events of the uploads bucket come through the same queue. */
        readonly uploads?: true
        /** What the mail service tells of bounces and complaints comes through it. */
        readonly bounces?: true
      }
    /** What the queues gave up on. */
    | { readonly deadLetters: true }
    /** Takes what comes within a short while in one call, and looks round by itself too. */
    | { readonly queue: QueueName; readonly together: Together; readonly everyMinutes: number }
    | { readonly routes: readonly Route[] }
    | { readonly everyMinutes: number }
    /** An operator calls it. */
    | { readonly byHand: true }
}

/** At most so many messages a call, and those that come within so many seconds of the first. */
export type Together = { readonly atMost: number; readonly seconds: number }

/** Those that tell a function of a submission. */
export const STEP_QUEUES = ['parse-report', 'validate-report', 'publish-report', 'notify-agency', 'index-site'] as const
export const QUEUES = [...STEP_QUEUES, 'record-bounces'] as const
export type StepQueue = (typeof STEP_QUEUES)[number]
export type QueueName = (typeof QUEUES)[number]

export const QUEUE_LIMITS = { maxReceives: 5, retentionDays: 14, batchSize: 5 } as const

/** Keys of uploads begin so; the bucket's events are filtered by it. */
export const UPLOAD_PREFIX = 'uploads/'

/** See `submission/sweep-plan.ts`. The operator is called after more faults than `faultAlarm`, and where a mail is owed for longer than `mailAlarmMinutes`. */
export const SWEEP_LIMITS = {
  lapseMinutes: 60,
  stalledMinutes: 10,
  mailMinutes: 1,
  faultAlarm: 5,
  mailAlarmMinutes: 60,
  atMost: 3000,
} as const

/** How long one mail may take, when it is tried again where the mail service did not take it or there is no address, and when it is given up. */
export const MAIL_LIMITS = { sendSeconds: 20, retrySeconds: 30, noAddressMinutes: 6 * 60, giveUpDays: 30 } as const

/** Only one writes the lists of the site at a time. One that has not ended by its function's timeout and a minute will not end any more. */
export const SITE_LIMITS = { indexMinutes: 6, rebuildMinutes: 16, marksAtOnce: 1000 } as const

export const FUNCTIONS = {
  'request-upload': {
    purpose: 'Opens a submission and signs the one upload that may fill it',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'uploads', may: ['sign-upload'] },
      { on: 'table', may: ['load', 'query', 'byAgencyYear', 'put'] },
    ],
    sendsTo: [],
    trigger: { routes: [ROUTES.requestUpload] },
  },
  'parse-report': {
    purpose: 'Reads an uploaded file into a document of paragraphs and tables',
    memoryMb: 1769,
    timeoutSeconds: 60,
    grants: [
      { on: 'uploads', may: ['read-upload', 'write'] },
      { on: 'table', may: ['load', 'query', 'put', 'update'] },
    ],
    sendsTo: toldBy('parse-report'),
    trigger: { queue: 'parse-report', uploads: true },
  },
  'validate-report': {
    purpose: 'Recognises the report in the document and runs every rule on it',
    memoryMb: 1769,
    timeoutSeconds: 60,
    grants: [
      { on: 'uploads', may: ['read', 'write'] },
      { on: 'table', may: ['load', 'load-many', 'query', 'byAgencyYear', 'put', 'update'] },
    ],
    sendsTo: toldBy('validate-report'),
    trigger: { queue: 'validate-report' },
  },
  'notify-agency': {
    purpose: 'Mails the agency what became of its submission',
    memoryMb: 512,
    timeoutSeconds: 60,
    callsForHelp: true,
    grants: [{ on: 'uploads', may: ['read'] }, { on: 'table', may: ['load', 'query', 'byAgencyYear', 'update'] }, { on: 'mail' }],
    sendsTo: [],
    trigger: { queue: 'notify-agency' },
  },
  'review-submission': {
    purpose: 'Takes the decision of the disclosure office',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [{ on: 'table', may: ['load', 'byAgencyYear', 'update'] }],
    sendsTo: toldBy('review-submission'),
    trigger: { routes: [ROUTES.reviewSubmission] },
  },
  'recall-submission': {
    purpose: 'Takes a version that waits for its review back, for its clerk',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [{ on: 'table', may: ['load', 'update'] }],
    sendsTo: toldBy('recall-submission'),
    trigger: { routes: [ROUTES.recallSubmission] },
  },
  'explain-finding': {
    purpose: 'Takes what an agency says of a warning that it lets stand',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'uploads', may: ['read'] },
      { on: 'table', may: ['load', 'query', 'put', 'update'] },
    ],
    sendsTo: [],
    trigger: { routes: [ROUTES.explainFinding] },
  },
  'grant-waiver': {
    purpose:
      'Takes from the disclosure office which error an agency may let stand, and until when; lists such waivers, and takes them back',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [{ on: 'table', may: ['load', 'query', 'put'] }],
    sendsTo: [],
    trigger: { routes: [ROUTES.grantWaiver, ROUTES.listWaivers, ROUTES.takeBackWaiver] },
  },
  'fetch-file': {
    purpose: 'Signs the address of a file as it was handed in, for who may see it',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'uploads', may: ['sign-download'] },
      { on: 'table', may: ['load'] },
    ],
    sendsTo: [],
    trigger: { routes: [ROUTES.fetchFile] },
  },
  'browse-submissions': {
    purpose: 'Shows submissions, their findings, their history and their reports',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [
      { on: 'uploads', may: ['read'] },
      { on: 'table', may: ['load', 'query', 'byAgencyYear', 'byStatus'] },
    ],
    sendsTo: [],
    trigger: { routes: [ROUTES.listSubmissions, ROUTES.showSubmission, ROUTES.showReport] },
  },
  'browse-agencies': {
    purpose: 'Shows the registry of agencies, and the sum of the reports of those below one',
    memoryMb: 1024,
    timeoutSeconds: 29,
    grants: [
      { on: 'uploads', may: ['read'] },
      { on: 'table', may: ['load', 'load-many', 'query', 'byAgencyYear', 'byYear'] },
    ],
    sendsTo: [],
    trigger: { routes: [ROUTES.listAgencies, ROUTES.rollUp] },
  },
  'show-board': {
    purpose: 'Shows where every agency stands with the report of a year',
    memoryMb: 1024,
    timeoutSeconds: 29,
    grants: [{ on: 'table', may: ['load', 'query', 'byYear'] }],
    sendsTo: [],
    trigger: { routes: [ROUTES.showBoard] },
  },
  'import-agencies': {
    purpose: 'Takes a list of agencies into the registry',
    memoryMb: 512,
    timeoutSeconds: 29,
    grants: [{ on: 'table', may: ['load', 'query', 'put', 'remove'] }],
    sendsTo: [],
    trigger: { routes: [ROUTES.importAgencies] },
  },
  'keep-deadlines': {
    purpose: 'Tells until when the reports of a year may come in, and takes another last day from the office',
    memoryMb: 512,
    timeoutSeconds: 10,
    grants: [{ on: 'table', may: ['load', 'put'] }],
    sendsTo: [],
    trigger: { routes: [ROUTES.showDeadlines, ROUTES.setDeadlines] },
  },
  'publish-report': {
    purpose: 'Renders the approved version into the public site',
    memoryMb: 1024,
    timeoutSeconds: 60,
    grants: [
      { on: 'uploads', may: ['read'] },
      { on: 'site', may: ['write'] },
      { on: 'table', may: ['load', 'query', 'byAgencyYear', 'put', 'update'] },
    ],
    sendsTo: [...toldBy('publish-report'), 'index-site'],
    trigger: { queue: 'publish-report' },
  },
  'record-bounces': {
    purpose: 'Marks the mail addresses that mails came back from',
    memoryMb: 512,
    timeoutSeconds: 30,
    callsForHelp: true,
    grants: [{ on: 'table', may: ['load', 'update'] }],
    sendsTo: [],
    trigger: { queue: 'record-bounces', bounces: true },
  },
  'record-faults': {
    purpose: 'Marks submissions whose step was given up, and has their agencies told',
    memoryMb: 512,
    timeoutSeconds: 30,
    callsForHelp: true,
    grants: [{ on: 'table', may: ['load', 'update'] }],
    sendsTo: ['notify-agency'],
    trigger: { deadLetters: true },
  },
  'index-site': {
    purpose: 'Writes the lists of the public site that publications and withdrawals have changed, those of a short while together',
    memoryMb: 1024,
    timeoutSeconds: 300,
    grants: [
      { on: 'site', may: ['write'] },
      { on: 'table', may: ['load', 'query', 'byOwed', 'put', 'update', 'remove'] },
    ],
    sendsTo: [],
    trigger: { queue: 'index-site', together: { atMost: 1000, seconds: 10 }, everyMinutes: 5 },
  },
  'rebuild-site': {
    purpose: 'Writes the whole public site anew from what is stored, all of it or one year',
    memoryMb: 3008,
    timeoutSeconds: 900,
    grants: [
      { on: 'uploads', may: ['read'] },
      { on: 'site', may: ['write'] },
      { on: 'table', may: ['load', 'query', 'byAgencyYear', 'byStatus', 'put', 'remove'] },
    ],
    sendsTo: [],
    trigger: { byHand: true },
  },
  'sweep-submissions': {
    purpose: 'Finds what stands still, sends it on, and lapses uploads that never came',
    memoryMb: 512,
    timeoutSeconds: 120,
    callsForHelp: true,
    grants: [
      { on: 'uploads', may: ['find-upload'] },
      { on: 'table', may: ['load', 'load-many', 'query', 'byStatus', 'byOwed', 'put', 'update'] },
    ],
    sendsTo: ['parse-report', 'validate-report', 'publish-report', 'notify-agency'],
    trigger: { everyMinutes: 1 },
  },
} as const satisfies Record<string, FunctionSpec> & Record<Taker, FunctionSpec>

export type FunctionName = keyof typeof FUNCTIONS
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[]

export const functionSpec = (name: FunctionName): FunctionSpec => FUNCTIONS[name]

/** Names of the environment variables that bind a function to its resources. */
export const ENVIRONMENT = {
  uploadsBucket: 'UPLOADS_BUCKET',
  siteBucket: 'SITE_BUCKET',
  table: 'TABLE',
  mailSender: 'MAIL_SENDER',
  /** Where set, mail goes by this SMTP server instead of SES, which AWS China does not have. */
  mailSmtpUrl: 'MAIL_SMTP_URL',
  /** Where set, SES tells of bounces and complaints as this configuration set says. */
  mailConfigurationSet: 'MAIL_CONFIGURATION_SET',
  siteUrl: 'SITE_URL',
  portalUrl: 'PORTAL_URL',
  queueUrl: (queue: QueueName): string => `QUEUE_URL_${queue.toUpperCase().replaceAll('-', '_')}`,
} as const
