import * as z from 'zod/mini'
import { Instant, Reason, Status } from './fields.ts'
import { CellRef, DetailedFinding, Finding } from './findings.ts'
import type { Parsed } from './route.ts'

const count = z.int().check(z.nonnegative())

export const Counts = z.object({ error: count, warning: count, notice: count, waived: z.exactOptional(count) })

/** What lists show of a submission. */
const summary = {
  id: z.string(),
  agencyId: z.string(),
  agencyName: z.string(),
  year: z.int(),
  version: z.exactOptional(z.int()).check(z.describe('1, 2, … within agency and year; given when the file arrives')),
  status: Status,
  since: Instant,
  fileName: z.string(),
  submittedBy: z.string(),
  systemFault: z
    .exactOptional(z.literal(true))
    .check(z.describe('A step failed through a fault of ours: the file need not be handed in again, the step is tried again')),
  verdict: z.exactOptional(z.enum(['pass', 'fail', 'unreadable'])),
  counts: z.exactOptional(Counts),
  title: z.exactOptional(z.nullable(z.string())),
  returnReason: z.exactOptional(z.string()),
  pageUrl: z.exactOptional(z.string()).check(z.describe('Address of the published page')),
}

export const SubmissionSummary = z.object(summary)
export type SubmissionSummary = Parsed<typeof SubmissionSummary>

export const SubmissionList = z.object({ submissions: z.array(SubmissionSummary) })

export const HistoryEntry = z
  .object({ status: Status, at: Instant, by: z.string(), note: z.exactOptional(z.string()), times: z.exactOptional(count) })
  .check(z.describe('One step; `by` is a person, or the function that took it; `times` how often, where that is counted'))

const sum = {
  rule: z.enum(['table3-row-total', 'table3-disposition-total', 'table3-balance', 'table4-total']),
  name: z.string(),
}

export const SubmissionDetail = z.object({
  ...summary,
  findings: z.array(DetailedFinding),
  repairs: z
    .array(
      z.object({
        cells: z.array(z.object({ cell: z.nullable(CellRef), value: z.number() })),
        mends: z.array(z.object(sum)),
        message: z.string(),
      }),
    )
    .check(z.describe('For each group of sums that do not hold, the fewest cells that mend it; and what belongs into blanks')),
  disagreements: z.array(z.object({ ...sum, difference: z.number() })).check(z.describe('The sums that do not hold')),
  comparison: z
    .nullable(z.object({ words: z.string(), mended: z.array(Finding) }))
    .check(z.describe('Against the version before: in words, and the findings that were mended')),
  unexplained: count.check(z.describe('How many warnings nobody has explained')),
  remarks: z.array(z.string()).check(z.describe('What the reader did with the file that its author should know of')),
  history: z.array(HistoryEntry),
  mailTrouble: z.exactOptional(z.string()).check(z.describe('Told to reviewers: why mail does not reach the agency')),
})
export type SubmissionDetail = Parsed<typeof SubmissionDetail>

export const ReviewRequest = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('return'), reason: Reason }),
  z.object({ decision: z.literal('withdraw'), reason: Reason }),
])
export type ReviewRequest = Parsed<typeof ReviewRequest>
