/** What a presigned download gives: one version of one object, as an attachment, until it expires. */
export type DownloadPolicy = {
  readonly key: string
  readonly version: string
  /** What the browser saves it as. */
  readonly fileName: string
  readonly expiresInSeconds: number
}

/** Resolves with the address. */
export type DownloadSigner = { sign(policy: DownloadPolicy): Promise<string> }
