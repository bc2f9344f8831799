import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { MailLog, MailRecord } from '../../shared/ports/store.ts'
import type { MailedStatus } from '../../shared/submission/lifecycle.ts'
import { conditionHolds, type Table } from './table.ts'

const key = (submission: string, status: MailedStatus) => ({ pk: `submission#${submission}`, sk: `mail#${status}` })

/** Only `claim` and `markSent` write what is read here. */
const fromItem = ({ pk, sk, ...record }: Record<string, unknown>): MailRecord => record as MailRecord

const NAMES = { '#state': 'state' }

/** Mails sent, in DynamoDB, beside the submission that they tell of. */
export const mailLog = ({ client, TableName }: Table): MailLog => ({
  claim(submission, status, at, staleBefore) {
    const put = new PutCommand({
      TableName,
      Item: { ...key(submission, status), state: 'sending', at },
      ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND #at < :staleBefore)',
      ExpressionAttributeNames: { ...NAMES, '#at': 'at' },
      ExpressionAttributeValues: { ':sending': 'sending', ':staleBefore': staleBefore },
    })
    return conditionHolds(client.send(put))
  },

  async release(submission, status) {
    const remove = new DeleteCommand({
      TableName,
      Key: key(submission, status),
      ConditionExpression: '#state = :sending',
      ExpressionAttributeNames: NAMES,
      ExpressionAttributeValues: { ':sending': 'sending' },
    })
    await conditionHolds(client.send(remove))
  },

  async markSent(submission, status, at, messageId) {
    await client.send(new PutCommand({ TableName, Item: { ...key(submission, status), state: 'sent', at, messageId } }))
  },

  async load(submission, status) {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key(submission, status), ConsistentRead: true }))
    return Item === undefined ? undefined : fromItem(Item)
  },
})
