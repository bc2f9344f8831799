import * as z from 'zod/mini'
import type { Explanation } from '../../shared/assessment/explanation.ts'
import type { ExplanationStore } from '../../shared/ports/judgement-stores.ts'
import { collection, type Fields } from './collection.ts'
import { agencyYear } from './submission-items.ts'
import type { Table } from './table.ts'

const partition = (agencyId: string, year: number): string => `explanations#${agencyYear(agencyId, year)}`

const Schema = z.object({ key: z.string(), text: z.string(), by: z.string(), at: z.string() } satisfies Fields<Explanation>)

/** Explanations in DynamoDB, those of an agency and year under one partition key. */
export const explanationStore = (table: Table): ExplanationStore => {
  const keyOf = (agencyId: string, year: number, key: string) => ({ pk: partition(agencyId, year), sk: key })
  const explanations = collection(table, keyOf, Schema)
  return {
    put: async (agencyId, year, explanation) => void (await explanations.put([agencyId, year, explanation.key], explanation)),
    ofAgencyAndYear: (agencyId, year) => explanations.under(partition(agencyId, year)),
  }
}
