import * as z from 'zod/mini'
import type { DeadlineStore } from '../../shared/ports/office-stores.ts'
import type { SetDeadlines } from '../../shared/submission/set-deadlines.ts'
import { collection, type Fields, unlessThere } from './collection.ts'
import type { Table } from './table.ts'

const Schema = z.object({
  year: z.int(),
  governments: z.string(),
  departments: z.string(),
  setBy: z.string(),
  setAt: z.string(),
} satisfies Fields<SetDeadlines>)

/** Deadlines in DynamoDB, one item a year. */
export const deadlineStore = (table: Table): DeadlineStore => {
  const all = collection(table, (year: number) => ({ pk: 'deadlines', sk: `${year}` }), Schema)
  return {
    load: (year) => all.load(year),
    put: (deadlines, before) =>
      all.put([deadlines.year], deadlines, {
        condition:
          before === undefined
            ? unlessThere
            : { ConditionExpression: 'setAt = :setAt', ExpressionAttributeValues: { ':setAt': before.setAt } },
      }),
  }
}
