import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { QueueName } from '../../shared/pipeline.ts'
import type { Announcer } from '../../shared/ports/announcer.ts'

export const sqsAnnouncer = (client: SQSClient, urlOf: (queue: QueueName) => string): Announcer => ({
  async announce(submission, to) {
    await client.send(new SendMessageCommand({ QueueUrl: urlOf(to), MessageBody: JSON.stringify({ submission }) }))
  },
})
