/** What a presigned upload may be: one key, one content type, at most `maxBytes`, these bytes alone, until it expires. */
export type UploadPolicy = {
  readonly key: string
  readonly contentType: string
  readonly maxBytes: number
  /** Hex. */
  readonly sha256: string
  readonly expiresInSeconds: number
}

/** A form that the browser posts: every field, then the file as `file`. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> }

export type UploadSigner = { sign(policy: UploadPolicy): Promise<UploadForm> }
