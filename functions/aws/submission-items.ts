import * as z from 'zod/mini'
import { BOARD_SHOWS, type BoardEntry } from '../../shared/submission/board.ts'
import { MAILED_STATUSES, STATUSES } from '../../shared/submission/lifecycle.ts'
import { LISTED, type Listed } from '../../shared/submission/listed.ts'
import { isPassing } from '../../shared/submission/owed.ts'
import type { HistoryEntry, MailRecord, Submission, SystemFault, UploadedFile } from '../../shared/submission/submission.ts'
import { collection, type Fields } from './collection.ts'
import { partOfList } from './spread-keys.ts'
import type { Table } from './table.ts'

export const submissionKey = (id: string) => ({ pk: `submission#${id}`, sk: 'submission' })

const Key = z.object({ pk: z.string() })
/** The id of the submission whose item has this key, of which an index may hold nothing else. */
export const idOfKey = (item: unknown): string => Key.parse(item).pk.replace(/^submission#/, '')

export const agencyYear = (agencyId: string, year: number): string => `${agencyId}#${year}`

/** By which the index of the board finds it: the year, in a few parts. */
export const filedIn = (agencyId: string, year: number): string => partOfList(`${year}`, agencyId)

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

const FIELDS = {
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
  first: z.exactOptional(z.literal(true)),
  file: z.exactOptional(z.object({ objectVersion: z.string(), sha256: z.string(), bytes: z.int() } satisfies Fields<UploadedFile>)),
  receivedAt: z.exactOptional(z.string()),
  verdict: z.exactOptional(z.enum(['pass', 'fail', 'unreadable'])),
  counts: z.exactOptional(z.object({ error: z.int(), warning: z.int(), notice: z.int(), waived: z.exactOptional(z.int()) })),
  unexplained: z.exactOptional(z.int()),
  alike: z.exactOptional(z.literal(true)),
  clean: z.exactOptional(z.literal(true)),
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
} satisfies Fields<Submission>

/**
 * Since when it stands in its status: by a name of its own while it passes through, as the lists by status are of those that rest, and a submission has no entry in
 * that index without `since`.
 */
export const sinceOf = (status: Submission['status'], at: string | undefined) => (isPassing(status) ? { passingSince: at } : { since: at })

const stored = <Value extends object>(Fields: z.ZodMiniType<Value>): z.ZodMiniType<Value> =>
  z.pipe(
    z.pipe(
      z.looseObject({ since: z.optional(z.unknown()), passingSince: z.optional(z.unknown()) }),
      z.transform(({ passingSince, ...item }) => ({ ...item, since: item.since ?? passingSince })),
    ),
    Fields as z.ZodMiniType<Value, { since: unknown }>,
  )

const LISTED_FIELDS = Object.fromEntries(
  Object.entries(FIELDS).filter(([name]) => [...LISTED, 'status', 'since'].some((each) => each === name)),
)

/** What the index by status holds. */
export const ListedItem = z.object(LISTED_FIELDS) as unknown as z.ZodMiniType<Listed>

const BOARD_FIELDS = Object.fromEntries(
  Object.entries(FIELDS).filter(([name]) => [...BOARD_SHOWS, 'agencyId', 'since'].some((each) => each === name)),
)

/** What the index by year holds. */
export const BoardItem = stored(z.object(BOARD_FIELDS) as unknown as z.ZodMiniType<BoardEntry>)

/** How submissions lie in the table. `agencyYear`, `status` and `since` are attributes of their own, for the indexes; so are `owed` and `due`, which are there while something is owed. */
export const submissionItems = (table: Table) =>
  collection(table, submissionKey, stored(z.object(FIELDS) as z.ZodMiniType<Submission>), {
    schema: 2,
    asWritten: ({ since, ...submission }) => ({ ...submission, ...sinceOf(submission.status, since) }),
  })
