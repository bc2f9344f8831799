import type { NotedLine } from '../submission/history.ts'
import type { From, Status } from '../submission/lifecycle.ts'
import type { StoredSignature } from '../submission/likeness.ts'
import type { Listed } from '../submission/listed.ts'
import type { Advanced, Step } from '../submission/step.ts'
import type {
  Agency,
  HistoryEntry,
  MailFault,
  MailRecord,
  StepChanges,
  Submission,
  SystemFault,
  UploadedFile,
} from '../submission/submission.ts'

/** Submissions and their life. Every write is conditional, so that a second delivery does no harm. */
export type SubmissionStore = {
  /** Adds a submission; false where one of this id is there already, which stays as it is. */
  create(submission: Submission): Promise<boolean>
  load(id: string): Promise<Submission | undefined>
  /** Those that are there, in any order; may lag a moment behind. */
  loadAll(ids: readonly string[]): Promise<Submission[]>
  /** Moves a submission on, unless another delivery has already moved it, and notes in the history who did. An illegal step does not compile. */
  advance<To extends Status>(id: string, from: From<To>, to: To, step: Step<To>, changes?: StepChanges): Promise<Advanced>
  /** Takes a step and the one after it at once. */
  advanceTwice<Via extends Status, To extends Status>(
    id: string,
    from: From<Via>,
    via: Via & From<To>,
    to: To,
    steps: readonly [Step<Via>, Step<To>],
    changes?: StepChanges,
  ): Promise<Advanced>
  /** Writes a line into the history as it was read, at its end or in place of an earlier note; the status stays. False where the history is another by now. */
  note(submission: Pick<Submission, 'id' | 'history'>, noted: NotedLine): Promise<boolean>
  /** Notes how many warnings of a submission are left to explain; a smaller number that stands there stays. */
  noteUnexplained(id: string, unexplained: number): Promise<void>
}

/** What is owed: submissions stand here by the writes of the other stores, from when a step or a mail is owed until nothing is. */
export type OwedList = {
  /** Ids of those that are to be looked at by an ISO instant, the longest due first, no more than `limit`. May lag a moment behind. */
  due(until: string, limit: number): Promise<string[]>
  /** Sets when a submission is to be looked at again, and counts a fault of ours on it where there was one; false where it has moved on. */
  putOff(submission: Pick<Submission, 'id' | 'status'>, due: string, fault: boolean): Promise<boolean>
  /** Marks a submission with a fault of ours, to be looked at when it is to be retried; false where it is not as it was read. A step takes the mark away. */
  markFault(submission: Submission, fault: SystemFault): Promise<boolean>
  /** Takes a submission out, with the mark of a fault, and keeps what became of its mails; false where it is not as it was read. */
  settle(submission: Submission): Promise<boolean>
  /** Lets a few more of the submissions stand here that were written before there was this list, due at an ISO instant; false once all do. */
  takeInOlder(due: string): Promise<boolean>
}

/** Submissions by what they have in common. A list may lag a moment behind the store. */
export type SubmissionLists = {
  /** Ids of all that were ever asked for, in any order. */
  idsOf(agencyId: string, year: number): Promise<string[]>
  /** Highest version first; before them, newest first, those whose file has not arrived. Each as it stands now; one that is known is not loaded again. */
  ofAgencyAndYear(agencyId: string, year: number, known?: Submission): Promise<Submission[]>
  /** Longest-standing first; with `standing`, those alone that came to the status between its ISO instants, both included. */
  inStatus(status: Status, standing?: { readonly from?: string; readonly to?: string }): Promise<Listed[]>
}

/** What came for a submission, and when (ISO instant). */
export type Arrival = { readonly file: UploadedFile; readonly at: string }

/** The versions of an agency and year, in one record each: whose it is, and what came. Arrivals of older builds have no file. */
export type Claim = { readonly version: number; readonly submission: string; readonly arrival?: Arrival }

/** What belongs to one submission alone. */
export type ClaimStore = {
  /**
   * Records by one conditional write that the file of a submission has come, and gives it its version: the next free one of its agency and year. Where
   * that was done before, answers what stands since then, and `again`. Where it may be the first, that is tried without looking.
   */
  arrive(submission: Pick<Submission, 'id' | 'agencyId' | 'year' | 'first'>, arrival: Arrival): Promise<Claim & { readonly again: boolean }>
  /** By version; sees every `arrive` that was answered. */
  ofAgencyAndYear(agencyId: string, year: number): Promise<Claim[]>
}

export type Subordinate = Pick<Agency, 'id' | 'name'>

export type AgencyStore = {
  load(id: string): Promise<Agency | undefined>
  /** Adds or replaces. Addresses that stay keep their marks; others, and marks that the agency is saved with, do not count. */
  save(agency: Agency): Promise<void>
  /** Marks addresses of an agency that mail does not arrive at; resolves with whether any is newly marked. */
  markMail(id: string, faults: readonly MailFault[]): Promise<boolean>
  /** By id. */
  list(): Promise<Agency[]>
  /** The agencies that report to one, by id; may lag a moment behind. */
  subordinatesOf(id: string): Promise<Subordinate[]>
}

/** What a search leaves to be entered with the fingerprint that was searched by. */
export type LikenessEntry = {
  /** Keys under which the agency is to be entered and is not found yet. */
  readonly open: readonly number[]
  /** Keys that were found to be crowded. */
  readonly crowded: readonly number[]
}

/** Fingerprints and figures of reports by year, one for each agency, found by keys that those which are alike have in common. */
export type LikenessStore = {
  /**
   * Replaces the agency's fingerprint of the year, unless that of a later version already stands there (false then), and enters the agency under its keys.
   * It may lead on from the keys of an earlier version too: what is found there is told by its fingerprint.
   */
  put(signature: StoredSignature, entry: LikenessEntry): Promise<boolean>
  /** The fingerprints of other agencies that have most keys in common with this one: 20 at most, from 32 keys at most. May lag a moment behind. */
  search(own: Pick<StoredSignature, 'agencyId' | 'year' | 'signature'>): Promise<{ others: StoredSignature[]; entry: LikenessEntry }>
  /** Those of some agencies, in any order; may lag a moment behind. */
  ofAgencies(year: number, agencyIds: readonly string[]): Promise<StoredSignature[]>
  /** All of a year, by agency id. Their number has no bound: for maintenance alone. */
  ofYear(year: number): Promise<StoredSignature[]>
}

/** What one delivery has come to with the mails of a submission. */
export type MailOutcome = {
  /** What became of all its mails, those of before too. */
  readonly mails: readonly MailRecord[]
  /** A line for the history. */
  readonly entry?: HistoryEntry
  /** `more`: the claim is kept for the next mail. Else it is given back: something is owed still, as before or from the ISO instant `due` on, or nothing. */
  readonly next: 'more' | 'owed' | { readonly due: string } | 'nothing'
}

/** Mails, in the submissions that they tell of. One delivery at a time sends those of a submission. */
export type MailLog = {
  /** Claims the mails of a submission, and gives it back; undefined where nothing is owed for it, or another delivery began after `staleBefore` (ISO instants). */
  claim(id: string, at: string, staleBefore: string): Promise<Submission | undefined>
  /** Writes what a claim has come to; false where the claim is lost, or, for `owed` and `nothing`, the submission has moved on since. */
  save(claimed: Submission, outcome: MailOutcome): Promise<boolean>
  /** What became of the mails of a submission that was written before it bore them. */
  ofBefore(id: string): Promise<MailRecord[]>
}
