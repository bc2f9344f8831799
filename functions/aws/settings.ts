import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SQSClient } from '@aws-sdk/client-sqs'
import type { Log } from '../../shared/ports/log.ts'

type AnyClient = DynamoDBClient | S3Client | SESv2Client | SQSClient

/** Where services are reached, for the run on one's own machine; in the cloud the SDK knows all of it. */
export type AwsSettings = {
  readonly endpoints?: { readonly s3?: string; readonly sqs?: string; readonly dynamodb?: string; readonly ses?: string }
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly region?: string
  readonly forcePathStyle?: boolean
  readonly log?: Log
  /** Sees every client that is made, before its first request. */
  readonly watch?: (client: AnyClient) => void
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

/** The client, once who watches has seen it. */
export const watched = <Client extends AnyClient>(client: Client, { watch }: AwsSettings): Client => {
  watch?.(client)
  return client
}
