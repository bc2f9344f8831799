import middy from '@middy/core'
import * as z from 'zod/mini'

/** What EventBridge sends at every turn of a schedule. */
export const ScheduleEvent = z.object({ 'detail-type': z.literal('Scheduled Event') })

/** Does its work at every turn of a schedule. */
export const scheduleHandler = (work: () => Promise<void>) =>
  middy(async (event: unknown) => {
    ScheduleEvent.parse(event)
    await work()
  })
