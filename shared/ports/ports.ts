import type { ReadTools } from '../readers/reader.ts'
import type { Clock } from './clock.ts'
import type { DownloadSigner } from './download-signer.ts'
import type { Files } from './files.ts'
import type { ExplanationStore, WaiverStore } from './judgement-stores.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mailer.ts'
import type { BoardStore, DeadlineStore } from './office-stores.ts'
import type { Queue } from './queue.ts'
import type { PublicationStore, SiteStore } from './site-stores.ts'
import type { AgencyStore, ClaimStore, LikenessStore, MailLog, OwedList, SubmissionLists, SubmissionStore } from './store.ts'
import type { UploadSigner } from './upload-signer.ts'

/** Everything that a function may be given; each takes the few it names. */
export type Ports = {
  readonly submissions: SubmissionStore
  readonly lists: SubmissionLists
  readonly claims: ClaimStore
  readonly agencies: AgencyStore
  readonly publications: PublicationStore
  readonly siteStore: SiteStore
  readonly likeness: LikenessStore
  readonly mailLog: MailLog
  readonly owed: OwedList
  readonly explanations: ExplanationStore
  readonly waivers: WaiverStore
  readonly deadlines: DeadlineStore
  readonly board: BoardStore
  /** The private bucket: uploads, and what was made of them. */
  readonly uploads: Files
  readonly uploadSigner: UploadSigner
  readonly downloadSigner: DownloadSigner
  /** The public site. */
  readonly site: Files
  readonly queue: Queue
  readonly mailer: Mailer
  readonly readTools: ReadTools
  readonly clock: Clock
  readonly log: Log
  /** Address of the public site, without a slash at the end. */
  readonly siteUrl: string
  /** Address of the portal, without a slash at the end. */
  readonly portalUrl: string
}
