import { setTimeout as wait } from 'node:timers/promises'
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { type AwsSettings, clientConfig } from '../../functions/aws/settings.ts'
import { DEAD_LETTERS } from '../core-ports.ts'

/** What Lambda hands to a function for a batch of messages. */
type QueueBatch = { readonly Records: readonly { readonly messageId: string; readonly body: string; readonly eventSource: 'aws:sqs' }[] }
type BatchAnswer = { readonly batchItemFailures?: readonly { readonly itemIdentifier: string }[] }

/** Batches of so many messages at most; with `seconds`, what comes within that time of the first, or until nothing comes for a moment. */
export type Take = { readonly atMost: number; readonly seconds?: number }

export type EventSource = {
  /** Makes a queue with a dead-letter queue behind it. */
  createQueue(name: string, limits: { readonly maxReceives: number; readonly visibilitySeconds: number }): Promise<void>
  /** Puts a message on a queue as another service would. */
  send(url: string, body: string): Promise<void>
  /** Hands batches to a function until `stop` is aborted; messages that it did not fail are deleted, the others come again. */
  poll(url: string, take: Take, invoke: (event: QueueBatch) => Promise<unknown>, stop: AbortSignal): Promise<void>
}

const WAIT_SECONDS = 20
/** Before a queue that did not answer is asked again. */
const PAUSE_MILLISECONDS = 500
/** SQS gives no more at once. */
const MOST_AT_ONCE = 10
const MOMENT_MILLISECONDS = 200

/** A message that failed comes again after 1, 2, 4, … seconds, and so is given up within a minute. */
const againAfterSeconds = (receives: number): number => Math.min(2 ** (receives - 1), 30)

/** What Lambda's event source mapping does in the cloud, for the run on one machine. */
export const sqsEventSource = (settings: AwsSettings): EventSource => {
  const client = new SQSClient(clientConfig(settings, settings.endpoints?.sqs))

  const receive = async (url: string, atMost: number, stop: AbortSignal, WaitTimeSeconds = WAIT_SECONDS): Promise<Message[]> => {
    const request = new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: Math.min(atMost, MOST_AT_ONCE),
      WaitTimeSeconds,
      MessageSystemAttributeNames: ['ApproximateReceiveCount'],
    })
    const { Messages = [] } = await client.send(request, { abortSignal: stop })
    return Messages
  }

  const receiveBatch = async (url: string, { atMost, seconds = 0 }: Take, stop: AbortSignal): Promise<Message[]> => {
    const messages = await receive(url, atMost, stop)
    const end = Date.now() + seconds * 1000
    while (messages.length > 0 && messages.length < atMost && Date.now() < end) {
      await wait(MOMENT_MILLISECONDS, undefined, { signal: stop })
      const more = await receive(url, atMost - messages.length, stop, 0)
      if (more.length === 0) break
      messages.push(...more)
    }
    return messages
  }

  return {
    async createQueue(name, { maxReceives, visibilitySeconds }) {
      const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: `${name}${DEAD_LETTERS}` }))
      const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
      const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: Attributes?.QueueArn, maxReceiveCount: maxReceives })
      await client.send(
        new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: `${visibilitySeconds}`, RedrivePolicy } }),
      )
    },
    async send(url, body) {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }))
    },
    async poll(url, take, invoke, stop) {
      while (!stop.aborted) {
        const messages = await receiveBatch(url, take, stop).catch(async () => {
          await wait(PAUSE_MILLISECONDS, undefined, { signal: stop }).catch(() => {})
          return []
        })
        if (messages.length === 0) continue
        const Records = messages.map(({ MessageId = '', Body = '' }) => ({
          messageId: MessageId,
          body: Body,
          eventSource: 'aws:sqs' as const,
        }))
        const answer = (await invoke({ Records }).catch(() => undefined)) as BatchAnswer | undefined
        const failed = new Set(
          answer === undefined
            ? Records.map(({ messageId }) => messageId)
            : answer.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier),
        )
        for (const { MessageId = '', ReceiptHandle, Attributes } of messages) {
          const VisibilityTimeout = againAfterSeconds(Number(Attributes?.ApproximateReceiveCount ?? 1))
          const settled = failed.has(MessageId)
            ? client.send(new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle, VisibilityTimeout }))
            : client.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }))
          await settled.catch(() => {}) // it comes once more, when its time is over
        }
      }
    },
  }
}
