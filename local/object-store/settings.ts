import type { S3Event } from 'aws-lambda'

export type BucketSettings = {
  readonly name: string
  /** Anyone may read its objects; nobody may list it unsigned. */
  readonly public?: boolean
  readonly versioned?: boolean
  /** Origins of web pages that may call it; '*' for all. */
  readonly corsOrigins?: readonly string[]
  /** Which of its new objects are told of, by their keys; all where nothing is said. */
  readonly tellsOf?: (key: string) => boolean
  /** Served as a static website: the index document's name and the error document's key. */
  readonly website?: { readonly index: string; readonly error: string }
}

export type ObjectStoreSettings = {
  /** Where everything is kept. One process at a time: the index of what is stored lives in its memory. */
  readonly folder: string
  /** 0 for any free port. */
  readonly port: number
  /** Where the one bucket with a `website` is served; 0 for any free port. */
  readonly sitePort?: number
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly buckets: readonly BucketSettings[]
  /** Told of every object created, in every bucket that does not say otherwise, at least once: again after a short while when it rejects, and again after a crash. */
  readonly onObjectCreated?: (event: S3Event) => Promise<void>
  /** Hears of what is no fault of a request. */
  readonly onFault?: (error: unknown) => void
  readonly now?: () => Date
}
