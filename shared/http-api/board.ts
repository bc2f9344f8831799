import * as z from 'zod/mini'
import { BOARD_STATES } from '../submission/board-state.ts'
import { Instant, Status } from './fields.ts'
import type { Parsed } from './route.ts'
import { Counts } from './submissions.ts'

const BoardRow = z.object({
  agencyId: z.string(),
  submissionId: z.string(),
  state: z.enum(BOARD_STATES),
  version: z.exactOptional(z.int()),
  status: Status,
  since: Instant,
  receivedAt: z.exactOptional(Instant).check(z.describe('When its file came')),
  verdict: z.exactOptional(z.enum(['pass', 'fail', 'unreadable'])),
  counts: z.exactOptional(Counts),
  openWarnings: z.int().check(z.describe('Warnings that nobody has explained')),
  alike: z.exactOptional(z.literal(true)).check(z.describe("Much of its text stands in another agency's report")),
  systemFault: z.exactOptional(z.literal(true)),
  earlierInPublic: z.exactOptional(z.literal(true)).check(z.describe('An earlier version stands in public')),
  risk: z.int().check(z.describe('How much there is to look at, 0 for nothing: the order of a queue')),
})

export const Board = z.object({
  year: z.int(),
  governments: z.iso.date(),
  departments: z.iso.date(),
  rows: z
    .array(BoardRow)
    .check(z.describe('The newest version of every agency that filed anything, by agency id; the registry names the others')),
})
export type Board = Parsed<typeof Board>
