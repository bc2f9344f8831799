import middy from '@middy/core'
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure'
import type * as z from 'zod/mini'
import type { Log } from '../../shared/ports/log.ts'
import { QueueEvent } from './queue-event.ts'

/** How many milliseconds the function may still run. */
export type Remaining = () => number

/** What Lambda hands to a function, as far as is used here. */
type Context = { getRemainingTimeInMillis?: Remaining }

type FailedRecord = z.output<typeof QueueEvent>['Records'][number]

/**
 * Takes the messages of a batch one after the other. Those that fail, and they alone, are delivered again;
 * a message that fails too often ends in the dead-letter queue.
 */
export const queueHandler = <Message>(
  Message: z.ZodMiniType<Message>,
  log: Log,
  take: (message: Message, remaining: Remaining) => Promise<void>,
) => {
  const { after } = sqsPartialBatchFailure({
    logger: (reason: unknown, { messageId }: FailedRecord) => log.error('message failed', { messageId }, reason),
  })
  // `after` alone: its onError would answer an event that is no batch with "no failures".
  return middy(async (event: unknown, context: Context) => {
    const remaining: Remaining = () => context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY
    const outcomes: PromiseSettledResult<void>[] = []
    for (const { body } of QueueEvent.parse(event).Records)
      outcomes.push(...(await Promise.allSettled([Promise.resolve(body).then((text) => take(Message.parse(JSON.parse(text)), remaining))])))
    return outcomes
  }).use({ ...(after === undefined ? {} : { after }) })
}
