/**
 * Inflates one raw deflate stream (RFC 1951) and never yields more than `maxBytes`.
 * Rejects with `InflateError` when the stream is damaged or would yield more.
 */
export type Inflate = (deflated: Uint8Array, maxBytes: number) => Promise<Uint8Array>

export class InflateError extends Error {
  readonly reason: 'damaged' | 'too-large'
  constructor(reason: 'damaged' | 'too-large') {
    super(reason)
    this.reason = reason
  }
}
