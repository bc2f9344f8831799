import middy from '@middy/core'
import * as z from 'zod/mini'
import { QueueEvent } from './queue-event.ts'
import { ScheduleEvent } from './schedule-handler.ts'

/** Does its work once for all messages of a batch, whatever they say, and at every turn of a schedule. Where it fails, all of them come again. */
export const batchHandler = (work: () => Promise<void>) =>
  middy(async (event: unknown) => {
    z.union([QueueEvent, ScheduleEvent]).parse(event)
    await work()
    return { batchItemFailures: [] }
  })
