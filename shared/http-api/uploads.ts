import * as z from 'zod/mini'
import type { Parsed } from './route.ts'
import { SubmissionSummary } from './submissions.ts'

/** What a client says of a file before it may upload it. The agency is the caller's own. */
export const UploadRequest = z.object({
  year: z.int(),
  fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(255)),
  contentType: z.string().check(z.maxLength(200), z.describe('May be empty, or `application/octet-stream`: formats are told by content')),
  bytes: z.int().check(z.minimum(0), z.describe('Size of the file')),
  sha256: z
    .string()
    .check(
      z.toLowerCase(),
      z.regex(/^[0-9a-f]{64}$/, '应为 64 位十六进制的 SHA-256'),
      z.describe('Of the file, hex; no other bytes are taken'),
    ),
})
export type UploadRequest = Parsed<typeof UploadRequest>

export const UploadForm = z
  .object({ url: z.string(), fields: z.record(z.string(), z.string()) })
  .check(z.describe('To be posted to `url` as multipart/form-data: every field, then the file as `file`'))
export type UploadForm = Parsed<typeof UploadForm>

export const UploadGranted = z.object({ submission: SubmissionSummary, unchanged: z.literal(false), upload: UploadForm })
export type UploadGranted = Parsed<typeof UploadGranted>

export const UploadUnchanged = z.object({ submission: SubmissionSummary, unchanged: z.literal(true) })

export const FileGranted = z.object({
  url: z.string().check(z.describe('Answers with the file as an attachment of its own name')),
  seconds: z.int().check(z.describe('So long the address answers')),
})
