import type { NotedLine } from '../submission/history.ts'
import type { From, MailedStatus, Status } from '../submission/lifecycle.ts'
import type { StoredSignature } from '../submission/likeness.ts'
import type { Advanced, Step } from '../submission/step.ts'
import type { Agency, Publication, StepChanges, Submission } from '../submission/submission.ts'

/** Submissions and their life. Every write is conditional, so that a second delivery does no harm. */
export type SubmissionStore = {
  /** Adds a submission; false where one of this id is there already, which stays as it is. */
  create(submission: Submission): Promise<boolean>
  load(id: string): Promise<Submission | undefined>
  /** Moves a submission on, unless another delivery has already moved it, and notes in the history who did. An illegal step does not compile. */
  advance<To extends Status>(id: string, from: From<To>, to: To, step: Step<To>, changes?: StepChanges): Promise<Advanced>
  /** Writes a line into the history as it was read, at its end or in place of an earlier note; the status stays. False where the history is another by now. */
  note(submission: Pick<Submission, 'id' | 'history'>, noted: NotedLine): Promise<boolean>
  /** Counts a fault of ours on the submission, whose status stays; returns how many there were. */
  countFault(id: string): Promise<number>
}

/** Submissions by what they have in common. A list may lag a moment behind the store. */
export type SubmissionLists = {
  /** Highest version first; before them, newest first, those whose file has not arrived. */
  ofAgencyAndYear(agencyId: string, year: number): Promise<Submission[]>
  /** Longest-standing first; with `standing`, those alone that came to the status between its ISO instants, both included. */
  inStatus(status: Status, standing?: { readonly from?: string; readonly to?: string }): Promise<Submission[]>
}

/** A file that an agency hands in for a year; `sha256` in hex. */
export type ClaimedFile = { readonly agencyId: string; readonly year: number; readonly sha256: string }

/** What belongs to one submission alone. Every claim is a conditional write. */
export type ClaimStore = {
  /** The version of a submission: the next free one of its agency and year, or the one that it was given before. */
  version(submission: Pick<Submission, 'id' | 'agencyId' | 'year'>): Promise<number>
  /** The id of the submission that has the file; undefined where none was given it. */
  holderOf(file: ClaimedFile): Promise<string | undefined>
  /** Gives the file to the submission of an id, in place of the one that had it, if any; false where another has it by now. */
  giveFile(file: ClaimedFile, submission: string, inPlaceOf: string | undefined): Promise<boolean>
}

export type AgencyStore = {
  load(id: string): Promise<Agency | undefined>
  /** Adds or replaces. */
  save(agency: Agency): Promise<void>
  /** By id. */
  list(): Promise<Agency[]>
}

/** What stands in public, one entry for agency and year. */
export type PublicationStore = {
  load(agencyId: string, year: number): Promise<Publication | undefined>
  /** Replaces the entry unless a later version already stands there; false then. */
  put(publication: Publication): Promise<boolean>
  /** Takes the entry away where it is still that of this submission. */
  remove(publication: Publication): Promise<void>
  /** By year and agency id; sees every `put` that was answered. */
  list(): Promise<Publication[]>
}

/** Fingerprints of reports by year, one for each agency. */
export type LikenessStore = {
  /** Replaces the agency's fingerprint of the year, unless that of a later version already stands there; false then. */
  put(signature: StoredSignature): Promise<boolean>
  /** By agency id; may lag a moment behind. */
  ofYear(year: number): Promise<StoredSignature[]>
}

/** Mails sent, one record for each submission and status. */
export type MailRecord = { readonly state: 'sending' | 'sent'; readonly at: string; readonly messageId?: string }
export type MailLog = {
  /** Claims the mail of a status; false when it is sent already, or another delivery began to send it after `staleBefore` (ISO instant). */
  claim(submission: string, status: MailedStatus, at: string, staleBefore: string): Promise<boolean>
  /** Gives a claim back whose mail could not be sent, so that the next delivery may try at once. */
  release(submission: string, status: MailedStatus): Promise<void>
  markSent(submission: string, status: MailedStatus, at: string, messageId: string): Promise<void>
  load(submission: string, status: MailedStatus): Promise<MailRecord | undefined>
}
