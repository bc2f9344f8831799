import * as z from 'zod/mini'
import { MAILED_STATUSES, STATUSES } from '../../shared/submission/lifecycle.ts'
import type { HistoryEntry, MailRecord, Submission, SystemFault, UploadedFile } from '../../shared/submission/submission.ts'
import { collection, type Fields } from './collection.ts'
import type { Table } from './table.ts'

export const submissionKey = (id: string) => ({ pk: `submission#${id}`, sk: 'submission' })

const Key = z.object({ pk: z.string() })
/** The id of the submission whose item has this key, of which an index may hold nothing else. */
export const idOfKey = (item: unknown): string => Key.parse(item).pk.replace(/^submission#/, '')

export const agencyYear = (agencyId: string, year: number): string => `${agencyId}#${year}`

const Status = z.enum(STATUSES)

const Entry = z.object({
  status: Status,
  at: z.string(),
  by: z.string(),
  note: z.exactOptional(z.string()),
  times: z.exactOptional(z.int()),
} satisfies Fields<HistoryEntry>)

const MailOf = z.enum([...MAILED_STATUSES, 'system-fault'])
const Mail: z.ZodMiniType<MailRecord> = z.discriminatedUnion('state', [
  z.object({ status: MailOf, at: z.string(), state: z.literal('sent'), messageId: z.string() }),
  z.object({ status: MailOf, at: z.string(), state: z.literal('given-up') }),
])

const Schema: z.ZodMiniType<Submission> = z.object({
  id: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  version: z.exactOptional(z.int()),
  status: Status,
  since: z.string(),
  fileName: z.string(),
  key: z.string(),
  declaredSha256: z.string(),
  submittedBy: z.string(),
  history: z.array(Entry),
  file: z.exactOptional(z.object({ objectVersion: z.string(), sha256: z.string(), bytes: z.int() } satisfies Fields<UploadedFile>)),
  verdict: z.exactOptional(z.enum(['pass', 'fail', 'unreadable'])),
  counts: z.exactOptional(z.object({ error: z.int(), warning: z.int(), notice: z.int(), waived: z.exactOptional(z.int()) })),
  title: z.exactOptional(z.nullable(z.string())),
  ruleSet: z.exactOptional(z.string()),
  judgedBeside: z.exactOptional(z.string()),
  returnReason: z.exactOptional(z.string()),
  reviewedBy: z.exactOptional(z.string()),
  page: z.exactOptional(z.string()),
  faults: z.exactOptional(z.int()),
  systemFault: z.exactOptional(z.object({ since: z.string(), count: z.int(), retryAt: z.string() } satisfies Fields<SystemFault>)),
  mails: z.exactOptional(z.array(Mail)),
  mailing: z.exactOptional(z.string()),
} satisfies Fields<Submission>)

/** How submissions lie in the table. `agencyYear`, `status` and `since` are attributes of their own, for the indexes; so are `owed` and `due`, which are there while something is owed. */
export const submissionItems = (table: Table) => collection(table, submissionKey, Schema)
