import type { Call } from './function-rights.ts'

/** A request to a service, as it went over the wire. */
export type Sent = {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

export type Place = { readonly partition: string; readonly region: string; readonly account: string }

const named = ({ headers }: Sent, name: string): string => String(headers[name] ?? '')

/** The service that a request is signed for; a form for S3 is signed within. */
export const serviceOf = (sent: Sent): string =>
  /Credential=[^/]+\/\d{8}\/[\w-]+\/([\w-]+)\/aws4_request/.exec(named(sent, 'authorization'))?.[1] ?? 's3'

const ofTable = (sent: Sent, { partition, region, account }: Place): Call[] => {
  const operation = named(sent, 'x-amz-target').split('.')[1] ?? ''
  const { TableName, IndexName, RequestItems } = JSON.parse(sent.body.toString()) as {
    TableName?: string
    IndexName?: string
    RequestItems?: Record<string, unknown>
  }
  const tables = TableName === undefined ? Object.keys(RequestItems ?? {}) : [TableName]
  const index = IndexName === undefined ? '' : `/index/${IndexName}`
  return tables.map((table) => ({
    action: `dynamodb:${operation}`,
    arn: `arn:${partition}:dynamodb:${region}:${account}:table/${table}${index}`,
  }))
}

/** What a batch of messages needs is what one message needs. */
const ofQueue = (sent: Sent, { partition, region, account }: Place): Call[] => {
  const operation = (named(sent, 'x-amz-target').split('.')[1] ?? '').replace(/Batch$/, '')
  const { QueueUrl } = JSON.parse(sent.body.toString()) as { QueueUrl: string }
  return [{ action: `sqs:${operation}`, arn: `arn:${partition}:sqs:${region}:${account}:${QueueUrl.split('/').at(-1)}` }]
}

/** Sending asks leave for the identity, and for the configuration set where one is named. */
const ofMail = (sent: Sent, { partition, region, account }: Place): Call[] => {
  const { FromEmailAddress, ConfigurationSetName } = JSON.parse(sent.body.toString()) as {
    FromEmailAddress: string
    ConfigurationSetName?: string
  }
  const named = [
    `identity/${FromEmailAddress}`,
    ...(ConfigurationSetName === undefined ? [] : [`configuration-set/${ConfigurationSetName}`]),
  ]
  return named.map((resource) => ({ action: 'ses:SendEmail', arn: `arn:${partition}:ses:${region}:${account}:${resource}` }))
}

/** By the address with the bucket in its path, as it is asked for at an address of numbers. */
const ofBucket = ({ method, url, headers, body }: Sent, { partition }: Place): Call[] => {
  const [, bucket = '', encoded = ''] = /^\/([^/]+)\/?(.*)$/s.exec(url.pathname) ?? []
  const on = (key: string) => `arn:${partition}:s3:::${bucket}${key === '' ? '' : `/${key}`}`
  const key = decodeURIComponent(encoded)
  const versioned = url.searchParams.has('versionId') ? 'Version' : ''
  if (method === 'POST' && key === '' && String(headers['content-type']).startsWith('multipart/')) {
    const field = /name="key"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)\r\n/.exec(body.toString('latin1'))?.[1] ?? ''
    return [{ action: 's3:PutObject', arn: on(Buffer.from(field, 'latin1').toString()) }]
  }
  if (key === '') return [{ action: 's3:ListBucket', arn: on('') }]
  switch (method) {
    case 'GET':
    case 'HEAD':
      return [{ action: `s3:GetObject${versioned}`, arn: on(key) }]
    case 'PUT':
      return [{ action: 's3:PutObject', arn: on(key) }]
    case 'DELETE':
      return [{ action: `s3:DeleteObject${versioned}`, arn: on(key) }]
    default:
      return [{ action: `s3:${method}`, arn: on(key) }]
  }
}

const BY_SERVICE: Readonly<Record<string, (sent: Sent, place: Place) => Call[]>> = {
  dynamodb: ofTable,
  sqs: ofQueue,
  ses: ofMail,
  s3: ofBucket,
}

/** What IAM would ask leave for. */
export const callsOf = (sent: Sent, place: Place): Call[] => {
  const service = serviceOf(sent)
  const read = BY_SERVICE[service]
  if (read === undefined) throw new Error(`nobody knows what a request to ${service} asks leave for`)
  return read(sent, place)
}
