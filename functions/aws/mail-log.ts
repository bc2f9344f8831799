import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod/mini'
import type { MailLog, MailOutcome } from '../../shared/ports/store.ts'
import { MAILED_STATUSES } from '../../shared/submission/lifecycle.ts'
import { OWED } from '../../shared/submission/owed.ts'
import { submissionItems, submissionKey } from './submission-items.ts'
import { conditionHolds, ifHolds, queryAll, type Table } from './table.ts'

/** The item that each mail had once, beside its submission. */
const Before = z.object({ sk: z.string(), state: z.enum(['sending', 'sent']), at: z.string(), messageId: z.exactOptional(z.string()) })

const nextOf = (next: MailOutcome['next']) => {
  if (next === 'more') return { set: '', remove: '' }
  if (next === 'owed') return { set: '', remove: ' REMOVE mailing' }
  if (next === 'nothing') return { set: '', remove: ' REMOVE mailing, owed, due' }
  return { set: ', owed = :owed, due = :due', remove: ' REMOVE mailing', values: { ':owed': OWED, ':due': next.due } }
}

/** Mails, in DynamoDB, in the items of the submissions that they tell of: a claim and what it came to are two writes. */
export const mailLog = (table: Table): MailLog => {
  const { client, TableName } = table
  const items = submissionItems(table)
  return {
    async claim(id, at, staleBefore) {
      const update = new UpdateCommand({
        TableName,
        Key: submissionKey(id),
        ConditionExpression: 'attribute_exists(owed) AND (attribute_not_exists(mailing) OR mailing < :staleBefore)',
        UpdateExpression: 'SET mailing = :at',
        ExpressionAttributeValues: { ':at': at, ':staleBefore': staleBefore },
        ReturnValues: 'ALL_NEW',
      })
      const claimed = (await ifHolds(client.send(update)))?.Attributes
      return claimed && items.fromItem(claimed)
    },

    save({ id, status, mailing }, { mails, entry, next }) {
      const { set, remove, values } = nextOf(next)
      const still = next === 'nothing' || next === 'owed' ? ' AND #status = :status' : ''
      const line = entry === undefined ? '' : ', history = list_append(history, :entry)'
      return conditionHolds(
        client.send(
          new UpdateCommand({
            TableName,
            Key: submissionKey(id),
            ConditionExpression: `mailing = :mailing${still}`,
            UpdateExpression: `SET mails = :mails${line}${set}${remove}`,
            ...(still !== '' && { ExpressionAttributeNames: { '#status': 'status' } }),
            ExpressionAttributeValues: {
              ':mailing': mailing,
              ':mails': mails,
              ...(still !== '' && { ':status': status }),
              ...(entry && { ':entry': [entry] }),
              ...values,
            },
          }),
        ),
      )
    },

    async ofBefore(id) {
      const found = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :mail)',
        ExpressionAttributeValues: { ':pk': submissionKey(id).pk, ':mail': 'mail#' },
        ConsistentRead: true,
      })
      return found.flatMap((item) => {
        const { sk, state, at, messageId } = Before.parse(item)
        const status = MAILED_STATUSES.find((each) => sk === `mail#${each}`)
        return status === undefined || state !== 'sent' || messageId === undefined ? [] : [{ status, at, state, messageId }]
      })
    },
  }
}
