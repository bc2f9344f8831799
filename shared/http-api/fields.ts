import * as z from 'zod/mini'
import { STATUSES } from '../submission/lifecycle.ts'

/** Fields that many requests and answers have. */

/** Of an agency or a submission, in a request: no store's key is longer. */
export const Id = z.string().check(z.minLength(1), z.maxLength(512))

export const Instant = z.string().check(z.meta({ format: 'date-time', description: 'ISO instant in UTC' }))

export const Status = z.enum(STATUSES)

/** Why a reviewer decides so; shown to the agency. */
export const Reason = z.string('请写明理由').check(z.trim(), z.minLength(1, '请写明理由'), z.maxLength(2000))
