import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { QueueName } from '../../shared/pipeline.ts'
import type { Queue } from '../../shared/ports/queue.ts'

export const sqsQueue = (client: SQSClient, urlOf: (queue: QueueName) => string): Queue => ({
  async send(submission, to) {
    await client.send(new SendMessageCommand({ QueueUrl: urlOf(to), MessageBody: JSON.stringify({ submission }) }))
  },
})
