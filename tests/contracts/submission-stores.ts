import { boardStore } from '../../functions/aws/board-store.ts'
import { mailLog } from '../../functions/aws/mail-log.ts'
import { owedList } from '../../functions/aws/owed-list.ts'
import { submissionLists } from '../../functions/aws/submission-lists.ts'
import { submissionStore } from '../../functions/aws/submission-store.ts'
import type { BoardStore } from '../../shared/ports/office-stores.ts'
import type { MailLog, OwedList, SubmissionLists, SubmissionStore } from '../../shared/ports/store.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { memorySubmissions } from '../fakes/memory-submissions.ts'
import { startTable } from './embedded-table.ts'

export type SubmissionStores = {
  submissions: SubmissionStore
  lists: SubmissionLists
  owed: OwedList
  mailLog: MailLog
  board: BoardStore
  close(): Promise<void>
}

/** The ports that submissions are kept by, on each adapter. */
export const SUBMISSION_STORES: [string, () => Promise<SubmissionStores>][] = [
  ['memory', async () => ({ ...memorySubmissions(), close: async () => {} })],
  [
    'DynamoDB',
    async () => {
      const { table, close } = await startTable()
      return {
        submissions: submissionStore(table),
        lists: submissionLists(table),
        owed: owedList(table),
        mailLog: mailLog(table),
        board: boardStore(table),
        close,
      }
    },
  ],
]

/** Minutes after eight o'clock. */
export const at = (minute: number) => new Date(Date.UTC(2025, 0, 15, 8, minute)).toISOString()

export const opened = (id: string, agencyId: string, minute = 0): Submission => ({
  id,
  agencyId,
  agencyName: '青泽市民政局',
  year: 2024,
  status: 'requested',
  since: at(minute),
  fileName: '年报.docx',
  key: `uploads/${agencyId}/${id}`,
  declaredSha256: 'ab'.repeat(32),
  submittedBy: 'clerk',
  history: [{ status: 'requested', at: at(minute), by: 'clerk' }],
  mails: [],
})
