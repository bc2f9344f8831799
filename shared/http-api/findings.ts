import * as z from 'zod/mini'
import { Instant, Reason } from './fields.ts'
import type { Parsed } from './route.ts'

export const CellRef = z
  .object({ table: z.literal([2, 3, 4]), row: z.int(), column: z.int() })
  .check(z.describe('A cell of table 二, 三 or 四, 0-based; tables 二 and 四 count as one row'))

/** As `ToldFinding` of the feedback has it. */
const finding = {
  rule: z.string().check(z.describe('Id of the rule, which never changes')),
  severity: z.enum(['error', 'warning', 'notice']),
  message: z.string().check(z.describe('What is wrong, with both figures, in Chinese')),
  fix: z.string().check(z.describe('What to do, in Chinese')),
  basis: z.string().check(z.describe('The regulation, notice or convention that it rests on')),
  cells: z.array(CellRef),
  section: z.nullable(z.literal([1, 2, 3, 4, 5, 6])),
  expected: z.nullable(z.number()),
  actual: z.nullable(z.number()),
  where: z.string().check(z.describe('Where to look, in the form and in the file, in Chinese')),
  waiver: z.exactOptional(
    z.object({ reason: z.string(), expires: z.string() }).check(z.describe('Set where the disclosure office lets the error stand')),
  ),
}

export const Finding = z.object(finding)

/** Body of an explanation; the answer says besides who wrote it, and when. */
export const ExplanationRequest = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(400), z.describe('`key` of the finding')),
  text: z.string('请写明情况').check(z.trim(), z.minLength(1, '请写明情况'), z.maxLength(1000)),
})

export const Explanation = z.object({ key: z.string(), text: z.string(), by: z.string(), at: Instant })

/** A finding with what is known beside it. */
export const DetailedFinding = z.object({
  ...finding,
  key: z.string().check(z.describe('What an explanation of it is bound to: rule, place and value')),
  place: z.nullable(z.string()).check(z.describe('What a waiver of it is bound to, beside its rule')),
  news: z.nullable(z.enum(['fresh', 'remaining'])).check(z.describe('Against the upload before: new, or still there')),
  explanation: z.nullable(Explanation),
})
export type DetailedFinding = Parsed<typeof DetailedFinding>

const waived = {
  rule: z.string().check(z.minLength(1), z.maxLength(100)),
  place: z.string().check(z.minLength(1), z.maxLength(250), z.describe('`place` of the finding')),
}

/** Which waiver of an agency. */
export const WaiverOf = z.object(waived)

export const WaiverRequest = z.object({
  ...waived,
  reason: Reason,
  expires: z.iso.date('请写明到期日期').check(z.describe('The last day, by the calendar of Asia/Shanghai')),
})

const waiver = {
  agencyId: z.string(),
  rule: z.string(),
  place: z.string(),
  reason: z.string(),
  expires: z.string(),
  grantedBy: z.string(),
  grantedAt: Instant,
  takenBack: z.exactOptional(z.object({ by: z.string(), at: Instant })),
}

export const Waiver = z.object(waiver)

export const WaiverList = z.object({
  waivers: z.array(
    z.object({
      ...waiver,
      title: z.string().check(z.describe('What its rule demands')),
      where: z.string().check(z.describe('Its place in words')),
      inForce: z.boolean().check(z.describe('Neither expired nor taken back')),
    }),
  ),
})
export type ListedWaiver = Parsed<typeof WaiverList>['waivers'][number]
