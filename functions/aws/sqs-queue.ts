import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { ENVIRONMENT, type QueueName } from '../../shared/pipeline.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Surroundings } from './ports-of.ts'
import { clientConfig, watched } from './settings.ts'

const sqsQueue = (client: SQSClient, urlOf: (queue: QueueName) => string): Queue => ({
  async send(submission, to) {
    await client.send(new SendMessageCommand({ QueueUrl: urlOf(to), MessageBody: JSON.stringify({ submission }) }))
  },
})

export const queuePort = ({ settings, variable }: Surroundings) => ({
  queue: () =>
    sqsQueue(watched(new SQSClient(clientConfig(settings, settings.endpoints?.sqs)), settings), (queue) =>
      variable(ENVIRONMENT.queueUrl(queue)),
    ),
})
