import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, onChosenPorts, type Ports } from '../../../local/addresses.ts'
import { openServiceKey, type ServiceKey } from '../../../local/service-key.ts'
import { startServices } from '../../../local/services.ts'
import { freePorts } from '../../free-ports.ts'

let [folder, stop]: [string, () => Promise<void>] = ['', async () => {}]
let [ports, key]: [Ports, ServiceKey] = [{} as Ports, { accessKeyId: '', secretAccessKey: '' }]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-door-'))
  const started = await onChosenPorts(freePorts, (chosen) => startServices(folder, chosen))
  ports = started.ports
  stop = started.started
  key = await openServiceKey(folder)
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

const config = (service: keyof Ports, credentials: ServiceKey) => ({
  endpoint: addressOf(ports[service]),
  region: 'cn-north-1',
  credentials,
  maxAttempts: 1,
})
const MAIL = {
  FromEmailAddress: 'from@example.com',
  Destination: { ToAddresses: ['to@example.com'] },
  Content: { Simple: { Subject: { Data: 'subject' }, Body: { Text: { Data: 'text' } } } },
}
const CALLS = {
  table: (credentials: ServiceKey) => new DynamoDBClient(config('table', credentials)).send(new ListTablesCommand({})),
  queues: (credentials: ServiceKey) => new SQSClient(config('queues', credentials)).send(new ListQueuesCommand({})),
  ses: (credentials: ServiceKey) => new SESv2Client(config('ses', credentials)).send(new SendEmailCommand(MAIL)),
} as const

describe.each(['table', 'queues', 'ses'] as const)('%s', (service) => {
  it('lets in who has the key of the folder, and nobody with another', async () => {
    expect((await CALLS[service](key)).$metadata.httpStatusCode).toBe(200)
    for (const other of [
      { ...key, secretAccessKey: randomUUID() },
      { ...key, accessKeyId: 'AKIA' },
    ])
      await expect(CALLS[service](other)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } })
  })

  it.each<[string, RequestInit]>([
    ['a request without a signature', { method: 'POST', body: '{}' }],
    ['a page that reads', { headers: { origin: 'http://evil.example' } }],
    [
      'a page that asks before it calls',
      { method: 'OPTIONS', headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' } },
    ],
    [
      'a signature that is none',
      { method: 'POST', body: '{}', headers: { authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c' } },
    ],
    ['a page with a form', { method: 'POST', headers: { origin: 'null', 'content-type': 'text/plain' }, body: '{}' }],
  ])('refuses %s, and lets no page read the answer', async (_what, request) => {
    const answer = await fetch(addressOf(ports[service]), {
      ...request,
      headers: { ...request.headers, 'x-amz-target': 'DynamoDB_20120810.ListTables' },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

it('the key is kept, for its owner alone', async () => {
  expect(key).toMatchObject(await openServiceKey(folder)) // the SDK notes in it where it came from
  expect((await stat(join(folder, 'service-key.json'))).mode & 0o777).toBe(0o600)
})
