import * as z from 'zod/mini'
import type { MailLog, MailRecord } from '../../shared/ports/store.ts'
import type { MailedStatus } from '../../shared/submission/lifecycle.ts'
import { collection, type Fields } from './collection.ts'
import type { Table } from './table.ts'

const Schema = z.object({
  state: z.enum(['sending', 'sent']),
  at: z.string(),
  messageId: z.exactOptional(z.string()),
} satisfies Fields<MailRecord>)

const NAMES = { '#state': 'state' }
const SENDING = { ':sending': 'sending' }

/** Mails sent, in DynamoDB, beside the submission that they tell of. */
export const mailLog = (table: Table): MailLog => {
  const keyOf = (submission: string, status: MailedStatus) => ({ pk: `submission#${submission}`, sk: `mail#${status}` })
  const mails = collection(table, keyOf, Schema)
  return {
    claim(submission, status, at, staleBefore) {
      const condition = {
        ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND #at < :staleBefore)',
        ExpressionAttributeNames: { ...NAMES, '#at': 'at' },
        ExpressionAttributeValues: { ...SENDING, ':staleBefore': staleBefore },
      }
      return mails.put([submission, status], { state: 'sending', at }, { condition })
    },

    async release(submission, status) {
      await mails.remove([submission, status], {
        ConditionExpression: '#state = :sending',
        ExpressionAttributeNames: NAMES,
        ExpressionAttributeValues: SENDING,
      })
    },

    async markSent(submission, status, at, messageId) {
      await mails.put([submission, status], { state: 'sent', at, messageId })
    },

    load: (submission, status) => mails.load(submission, status),
  }
}
