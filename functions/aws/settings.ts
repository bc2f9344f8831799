import type { Log } from '../../shared/ports/log.ts'

/** Where services are reached, for the run on one's own machine; in the cloud the SDK knows all of it. */
export type AwsSettings = {
  readonly endpoints?: { readonly s3?: string; readonly sqs?: string; readonly dynamodb?: string; readonly ses?: string }
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly region?: string
  readonly forcePathStyle?: boolean
  readonly log?: Log
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The part of a client's configuration that all services share. */
export const clientConfig = ({ credentials, region }: AwsSettings, endpoint: string | undefined) => ({
  ...(credentials && { credentials }),
  ...(region && { region }),
  ...(endpoint && { endpoint }),
})

/** A variable that the deployment must have set. */
export const required = (environment: Environment, name: string): string => {
  const value = environment[name]
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`)
  return value
}
