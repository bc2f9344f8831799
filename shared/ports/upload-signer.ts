import type { UploadForm } from '../http-api/uploads.ts'

/** What a presigned upload may be: one key, one content type, at most `maxBytes`, these bytes alone, until it expires. */
export type UploadPolicy = {
  readonly key: string
  readonly contentType: string
  readonly maxBytes: number
  /** Hex. */
  readonly sha256: string
  readonly expiresInSeconds: number
}

export type UploadSigner = { sign(policy: UploadPolicy): Promise<UploadForm> }
