import type { Counts, Verdict } from '../assessment/verdict.ts'
import type { AgencyKind } from '../form/agency-kind.ts'
import type { MailedStatus, Status } from './lifecycle.ts'

/** Why mail to an address does not arrive: it came back, its reader called it spam, or the mail server knows no such address; `at` an ISO instant. */
export type MailFault = { readonly address: string; readonly kind: 'bounce' | 'complaint' | 'refused'; readonly at: string }

/** A unit that files reports. `id` is for keys and addresses and never changes; names may. */
export type Agency = {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Addresses that mail about its submissions goes to. */
  readonly mail: readonly string[]
  /** Of these, those that mail does not arrive at, and goes to no more. An import of the agency takes the marks away. */
  readonly mailFaults?: readonly MailFault[]
  /** Id of the agency that it reports to. */
  readonly parent?: string
  readonly kind?: AgencyKind
  /** Whom the disclosure office calls. */
  readonly contact?: string
  readonly telephone?: string
}

/** One step of the audit trail. `by` is a person's id, or the function that took the step; `at` an ISO instant. */
export type HistoryEntry = {
  readonly status: Status
  readonly at: string
  readonly by: string
  readonly note?: string
  /** How often it happened, where that is counted. */
  readonly times?: number
}

/** The uploaded object that every later step reads: a later upload to the same key is kept and ignored. */
export type UploadedFile = { readonly objectVersion: string; readonly sha256: string; readonly bytes: number }

/** What a mail is about: a status that was reached, or a fault of ours. */
export type MailSubject = MailedStatus | 'system-fault'

/** What became of the mail that is owed about a subject; `at` an ISO instant, `messageId` as the mail service has it. */
export type MailRecord = { readonly status: MailSubject; readonly at: string } & (
  | { readonly state: 'sent'; readonly messageId: string }
  | { readonly state: 'given-up' }
)

/** Our fault: a queue gave up on a step. ISO instants; `count` how often that was, `retryAt` when sweep tries again. */
export type SystemFault = { readonly since: string; readonly count: number; readonly retryAt: string }

/** One file that an agency hands in for one year. */
export type Submission = {
  readonly id: string
  readonly agencyId: string
  readonly agencyName: string
  readonly year: number
  /** 1, 2, … within agency and year, given when the file arrives; its published page has an address of its own for ever. */
  readonly version?: number
  readonly status: Status
  /** ISO instant of the step to the present status. */
  readonly since: string
  /** The name on the clerk's machine; shown, never used as a key. */
  readonly fileName: string
  readonly key: string
  /** What the requester said the file's SHA-256 is (hex); the upload policy holds it to that. */
  readonly declaredSha256: string
  readonly submittedBy: string
  readonly history: readonly HistoryEntry[]
  /** When leave was asked for it nobody had asked for the agency and year yet: its version is likely the first. */
  readonly first?: true
  readonly file?: UploadedFile
  /** ISO instant at which its file came. */
  readonly receivedAt?: string
  readonly verdict?: Verdict
  readonly counts?: Counts
  /** How many of its warnings nobody has explained yet; where it is not said, all. */
  readonly unexplained?: number
  /** Much of its text stands in another agency's report. */
  readonly alike?: true
  /** Its assessment says nothing: no finding, no remark, nothing to mend. Who tells of findings need not read it. */
  readonly clean?: true
  readonly title?: string | null
  /** Digest of the rules that the verdict was made by. */
  readonly ruleSet?: string
  /** What else the verdict hangs on; see `verdict-basis.ts`. */
  readonly judgedBeside?: string
  /** Why the reviewer sent it back. */
  readonly returnReason?: string
  readonly reviewedBy?: string
  /** Path of the published page within the site, `/{agency}/{year}/v{n}/`. */
  readonly page?: string
  /** How often a step failed through a fault of ours. */
  readonly faults?: number
  /** Set from when a queue gave up on a step until the next step is taken. */
  readonly systemFault?: SystemFault
  /** What became of its mails, oldest first. Submissions of before have none: their mails stand in items of their own. */
  readonly mails?: readonly MailRecord[]
  /** Since when a delivery is sending its mails: an ISO instant. */
  readonly mailing?: string
}

/** A submission whose file has arrived. */
export type Received = Submission & { readonly version: number }

/** The fields a step may set beside the status. */
export type StepChanges = Partial<
  Pick<
    Submission,
    | 'version'
    | 'file'
    | 'receivedAt'
    | 'verdict'
    | 'counts'
    | 'unexplained'
    | 'alike'
    | 'clean'
    | 'title'
    | 'ruleSet'
    | 'judgedBeside'
    | 'returnReason'
    | 'reviewedBy'
    | 'page'
  >
>

/** What is public of one agency and year: which version stands there now. */
export type Publication = {
  readonly agencyId: string
  readonly agencyName: string
  readonly year: number
  readonly version: number
  readonly submissionId: string
  readonly title: string
  readonly page: string
  /** ISO instant. */
  readonly publishedAt: string
}
