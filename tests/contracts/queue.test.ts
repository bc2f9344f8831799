import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { awsPorts } from '../../functions/aws/aws-ports.ts'
import { SubmissionMessage } from '../../functions/events/queue-event.ts'
import { ENVIRONMENT, STEP_QUEUES } from '../../shared/pipeline.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import { recordingQueue } from '../fakes/recorders.ts'
import { CREDENTIALS } from './embedded-table.ts'

type Started = { queue: Queue; waiting(): string[]; close(): Promise<void> }

const bodyOf = (message: { readonly body: string }) => SubmissionMessage.parse(JSON.parse(message.body)).submission

const startQueues = async (): Promise<Started> => {
  const server: FauxqsServer = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false })
  const endpoint = `http://127.0.0.1:${server.port}`
  const urls = STEP_QUEUES.map((queue) => [ENVIRONMENT.queueUrl(queue), server.createQueue(queue).queueUrl])
  const settings = { endpoints: { sqs: endpoint }, credentials: CREDENTIALS, region: 'us-east-1' }
  return {
    queue: awsPorts(Object.fromEntries(urls), settings).queue,
    waiting: () =>
      STEP_QUEUES.flatMap((queue) => (server.inspectQueue(queue)?.messages.ready ?? []).map((one) => `${bodyOf(one)} → ${queue}`)),
    close: () => server.stop(),
  }
}

const adapters: [string, () => Promise<Started>][] = [
  [
    'memory',
    async () => {
      const queue = recordingQueue()
      return { queue, waiting: () => queue.told, close: async () => {} }
    },
  ],
  ['SQS', startQueues],
]

describe.each(adapters)('queue: %s', (_name, start) => {
  let started: Started
  beforeAll(async () => {
    started = await start()
  })
  afterAll(() => started.close())

  it('puts the id, and the id alone, on the queue that is meant', async () => {
    for (const [index, queue] of STEP_QUEUES.entries()) await started.queue.send(`submission-${index}`, queue)
    await started.queue.send('submission-0', STEP_QUEUES[0])
    expect(started.waiting().toSorted()).toEqual([
      'submission-0 → parse-report',
      'submission-0 → parse-report',
      'submission-1 → validate-report',
      'submission-2 → publish-report',
      'submission-3 → notify-agency',
      'submission-4 → index-site',
    ])
  })
})
