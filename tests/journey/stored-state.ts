import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { expect, onTestFinished } from 'vitest'
import { queueUrlOf, settingsOf } from '../../local/core-ports.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { QUEUES } from '../../shared/pipeline.ts'
import { eventually } from './eventually.ts'
import type { LocalRun } from './start-local-run.ts'

/** Every object of the uploads bucket with its newest version. */
export const storedUploads = async ({ core: { uploads } }: LocalRun): Promise<Record<string, unknown>> =>
  Object.fromEntries(await Promise.all((await uploads.list('uploads/')).map(async (key) => [key, await uploads.head(key)] as const)))

/** Waits until no upload is still to be told of, and no message stands in a queue or is being worked on. */
export const queuesAreEmpty = async ({ ports, folder }: LocalRun): Promise<void> => {
  const { endpoints, region, credentials } = settingsOf(ports, await openServiceKey(folder))
  const client = new SQSClient({
    ...(region && { region }),
    ...(credentials && { credentials }),
    ...(endpoints?.sqs && { endpoint: endpoints.sqs }),
  })
  onTestFinished(() => client.destroy())
  const waiting = async (queue: (typeof QUEUES)[number]): Promise<number> => {
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl: queueUrlOf(ports, queue), AttributeNames: ['All'] }))
    return Number(Attributes?.ApproximateNumberOfMessages) + Number(Attributes?.ApproximateNumberOfMessagesNotVisible)
  }
  // A function puts its message on the next queue before its own is deleted: in the order of the way, none slips by.
  await eventually(async () => {
    expect(await readdir(join(folder, 'objects/notifications'))).toEqual([])
    for (const queue of QUEUES) if ((await waiting(queue)) !== 0) throw new Error(`${queue} is not empty`)
  })
}

/** Waits until the lists of the site show every publication and withdrawal. */
export const listsAreWritten = ({ core: { publications } }: LocalRun): Promise<void> =>
  eventually(async () => expect(await publications.marked('9', 1000)).toEqual([]))
