import middy from '@middy/core'
import * as z from 'zod/mini'
import { type RebuildNeeds, rebuildSite } from './rebuild.ts'

/** What an operator gives along: the one year that is meant, or `{}` for all. */
const Order = z.strictObject({ year: z.optional(z.int()) })

/** Writes the site anew; answers with the number of agencies and years whose pages were written. */
export const createHandler = (needs: RebuildNeeds) => middy(async (event: unknown) => rebuildSite(needs, Order.parse(event).year))
