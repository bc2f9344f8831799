import * as z from 'zod/mini'
import { AGENCY_KINDS } from '../form/agency-kind.ts'
import { BOARD_STATES } from '../submission/board-state.ts'
import { Instant, Status } from './fields.ts'
import { CellRef } from './findings.ts'
import type { Parsed } from './route.ts'

export const Agency = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  mail: z.array(z.string()),
  mailFaults: z
    .exactOptional(z.array(z.object({ address: z.string(), kind: z.enum(['bounce', 'complaint', 'refused']), at: Instant })))
    .check(z.describe('Addresses that mail does not arrive at, and goes to no more; an import of the agency takes the marks away')),
  parent: z.exactOptional(z.string()).check(z.describe('Id of the agency that it reports to')),
  kind: z.exactOptional(z.enum(AGENCY_KINDS)),
  contact: z.exactOptional(z.string()).check(z.describe('Whom the disclosure office calls')),
  telephone: z.exactOptional(z.string()),
})

export const AgencyList = z.object({ agencies: z.array(Agency) })

export const ImportRequest = z.object({
  rows: z
    .array(z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(50)))
    .check(z.maxLength(10_000), z.describe('The rows of a list of agencies, its heads among them')),
})

export const ImportAnswer = z.object({ imported: z.int().check(z.describe('How many agencies')) })

const figures = z.array(z.nullable(z.number()))
const table = z.literal([2, 3, 4])

export const RollUp = z.object({
  agencyName: z.string(),
  year: z.int(),
  tables: z
    .object({ two: z.nullable(figures), three: z.nullable(z.array(figures)), four: z.nullable(figures) })
    .check(z.describe('The sums, cell by cell; a cell that a report lacks is null')),
  reports: z.array(z.object({ agencyName: z.string(), submissionId: z.string(), version: z.int(), status: Status })),
  missing: z.array(z.string()).check(z.describe('Names of the subordinates without a report that passed')),
  missingStates: z
    .array(z.object({ name: z.string(), state: z.enum(BOARD_STATES) }))
    .check(z.describe('Where each of these stands instead')),
  leftOut: z.array(z.object({ name: z.string(), table, why: z.enum(['no-table', 'trial-form']) })),
  blanks: z.array(z.object({ name: z.string(), cell: CellRef })),
  singleOtherRow: z.boolean().check(z.describe('Whether (六) of table 三 is one row, as in the form of 2019')),
})
export type RollUp = Parsed<typeof RollUp>
