import { z } from 'zod'
import type {
  AgencyListRequest,
  ExplanationRequest,
  ReviewRequest,
  UploadRequest,
  WaiverRequest,
} from '../../shared/submission/http-api.ts'
import { STATUSES } from '../../shared/submission/lifecycle.ts'

export const UploadRequestBody = z.object({
  year: z.int(),
  fileName: z.string().trim().min(1).max(255),
  contentType: z.string().max(200),
  bytes: z.int().min(0),
  sha256: z
    .string()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制的 SHA-256'),
}) satisfies z.ZodType<UploadRequest>

const reason = z.string('请写明理由').trim().min(1, '请写明理由').max(2000)

export const ReviewRequestBody = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('return'), reason }),
  z.object({ decision: z.literal('withdraw'), reason }),
]) satisfies z.ZodType<ReviewRequest>

export const ExplanationRequestBody = z.object({
  key: z.string().min(1).max(400),
  text: z.string('请写明情况').trim().min(1, '请写明情况').max(1000),
}) satisfies z.ZodType<ExplanationRequest>

export const WaiverRequestBody = z.object({
  rule: z.string().min(1).max(100),
  place: z.string().min(1).max(250),
  reason,
  expires: z.iso.date('请写明到期日期'),
}) satisfies z.ZodType<WaiverRequest>

/** Query of `GET /submissions`. */
export const BrowseQuery = z.object({
  year: z.coerce.number().int().optional(),
  status: z.enum(STATUSES).optional(),
  agency: z.string().optional(),
})

/** Letters of a list of thousands of agencies. */
export const AGENCY_LIST_LIMIT = 2 * 1024 * 1024

export const AgencyListBody = z.object({
  rows: z.array(z.array(z.string().max(2000)).max(50)).max(10_000),
}) satisfies z.ZodType<AgencyListRequest>

/** Query of `GET /agencies/{id}/rollup`. */
export const RollUpQuery = z.object({ year: z.coerce.number().int().optional() })
