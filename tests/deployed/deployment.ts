import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import waitFor from 'p-wait-for'
import { type AwsSettings, clientConfig } from '../../functions/aws/settings.ts'
import { createReplies, type Replies } from '../../shared/http-api/client.ts'
import { routeKey } from '../../shared/http-api/route.ts'
import { FUNCTION_NAMES, type FunctionName, functionSpec, QUEUE_LIMITS, type QueueName } from '../../shared/pipeline.ts'
import httpRequest from '../functions/events/http-request.json' with { type: 'json' }
import schedule from '../functions/events/schedule.json' with { type: 'json' }
import sqsRecord from '../functions/events/sqs-record.json' with { type: 'json' }
import type { Place } from './call-of-request.ts'
import { type Call, type Right, rightsOf, type TemplateJson } from './function-rights.ts'
import type { RunningFunction, StartFunction } from './node-process.ts'
import { recordingProxy } from './recording-proxy.ts'
import { textOf } from './template-values.ts'

/** What the stack is deployed to in a run. */
export type Cloud = {
  readonly place: Place
  readonly settings: AwsSettings
  readonly names: { readonly uploads: string; readonly site: string; readonly table: string }
  readonly queueUrlOf: (queue: QueueName) => string
  readonly siteUrl: string
  readonly sender: string
  /** Instead of SES, where the template asks for a secret. */
  readonly smtpUrl?: string
}

/** A clerk of an agency, or a reviewer. */
export type Claims = { readonly sub: string; readonly role: 'clerk' | 'reviewer'; readonly agency?: string }

export type Deployment = Awaited<ReturnType<typeof deploy>>

/** A logical id of the CDK, or an attribute of it, without the hash in its middle. */
const plain = (reference: string): string => reference.replace(/^(\w+?)[0-9A-F]{8}(?=\.|$)/, '$1')

const idOf = (name: string): string => name.replaceAll('-', '')

/** What the references of the template are; queues are asked at `proxy`. */
const referencesOf = ({ place, names, siteUrl, sender, queueUrlOf }: Cloud, proxy: string) => {
  const { partition, region, account } = place
  const values: Record<string, string> = {
    'AWS::Partition': partition,
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::URLSuffix': partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    Sender: sender,
    MailSet: 'mail-set',
    Uploads: names.uploads,
    'Uploads.Arn': `arn:${partition}:s3:::${names.uploads}`,
    Site: names.site,
    'Site.Arn': `arn:${partition}:s3:::${names.site}`,
    'Site.WebsiteURL': siteUrl,
    'PortalBucket.RegionalDomainName': 'portal.example',
    Table: names.table,
    'Table.Arn': `arn:${partition}:dynamodb:${region}:${account}:table/${names.table}`,
  }
  for (const name of FUNCTION_NAMES) {
    const { trigger } = functionSpec(name)
    if (!('queue' in trigger)) continue
    const queue = queueUrlOf(trigger.queue).split('/').at(-1)
    values[`${idOf(trigger.queue)}queue`] = `${proxy}/${account}/${queue}`
    values[`${idOf(trigger.queue)}queue.Arn`] = `arn:${partition}:sqs:${region}:${account}:${queue}`
  }
  return (reference: string): string | undefined => values[plain(reference)]
}

/** What the template says of a function. */
export const functionIn = ({ Resources }: TemplateJson, name: FunctionName) => {
  const found = Object.entries(Resources).find(([id, { Type }]) => Type === 'AWS::Lambda::Function' && plain(id) === idOf(name))
  if (found === undefined) throw new Error(`the template has no function ${name}`)
  return found[1].Properties
}

/**
 * Runs the functions of a synthesized template: with the variables that it gives them, on their triggers, each at services that stand behind a proxy of its
 * own, which notes what it calls. Nothing runs by itself: `settle` hands on the messages that are there.
 */
export const deploy = async (template: TemplateJson, entryOf: (name: FunctionName) => string, start: StartFunction, cloud: Cloud) => {
  const { settings, place } = cloud
  const { region = '', credentials, endpoints } = settings
  const sqs = new SQSClient(clientConfig(settings, endpoints?.sqs))
  const calls = new Map<FunctionName, Call[]>()
  const refusing = new Set<string>()
  const running = new Map<FunctionName, Promise<RunningFunction>>()
  const stops: (() => Promise<void> | void)[] = []

  const endpointOf = (service: string): string => {
    const url = { s3: endpoints?.s3, dynamodb: endpoints?.dynamodb, ses: endpoints?.ses }[service]
    if (url === undefined || refusing.has(service)) throw new Error(`${service} does not answer`)
    return url
  }
  const sendMessage = async ({ QueueUrl, MessageBody, ...rest }: { readonly QueueUrl: string; readonly MessageBody: string }) => {
    const name = QueueUrl.split('/').at(-1)
    const queue = FUNCTION_NAMES.flatMap((each) => {
      const { trigger } = functionSpec(each)
      return 'queue' in trigger && cloud.queueUrlOf(trigger.queue).endsWith(`/${name}`) ? [trigger.queue] : []
    })[0]
    if (queue === undefined) throw new Error(`there is no queue ${QueueUrl}`)
    const { $metadata: _, ...answer } = await sqs.send(new SendMessageCommand({ ...rest, QueueUrl: cloud.queueUrlOf(queue), MessageBody }))
    return answer
  }

  const startFunction = async (name: FunctionName): Promise<RunningFunction> => {
    const noted: Call[] = []
    calls.set(name, noted)
    const proxy = await recordingProxy((call) => noted.push(call), { endpointOf, sendMessage, place })
    stops.push(proxy.close)
    const known = referencesOf(cloud, proxy.url)
    const { Variables } = functionIn(template, name).Environment as { Variables: Record<string, unknown> }
    const given = Object.entries(Variables).map(([key, value]) => {
      const text = textOf(value, known)
      return [key, text.startsWith('{{resolve:secretsmanager:') ? (cloud.smtpUrl ?? '') : text]
    })
    const function_ = await start(name, entryOf(name), {
      ...Object.fromEntries(given),
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials?.accessKeyId ?? '',
      AWS_SECRET_ACCESS_KEY: credentials?.secretAccessKey ?? '',
      AWS_ENDPOINT_URL_S3: proxy.url,
      AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
      AWS_ENDPOINT_URL_SESV2: proxy.url,
      AWS_ENDPOINT_URL_SQS: proxy.url,
    })
    stops.push(function_.stop)
    return function_
  }

  const invoke = async (name: FunctionName, event: unknown): Promise<unknown> => {
    const started = running.get(name) ?? startFunction(name)
    running.set(name, started)
    return (await started).invoke(event)
  }

  /** Hands a batch of a queue to its function; whether there was one. What fails comes again, when its time comes. */
  const handOn = async (name: FunctionName, queue: QueueName): Promise<boolean> => {
    const QueueUrl = cloud.queueUrlOf(queue)
    const request = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: QUEUE_LIMITS.batchSize, WaitTimeSeconds: 0 })
    const { Messages = [] } = await sqs.send(request)
    if (Messages.length === 0) return false
    const Records = Messages.map(({ MessageId, Body }) => ({ ...sqsRecord, messageId: MessageId, body: Body }))
    const answer = (await invoke(name, { Records })) as { batchItemFailures?: readonly { readonly itemIdentifier: string }[] } | null
    const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier))
    for (const { MessageId = '', ReceiptHandle } of Messages)
      if (!failed.has(MessageId)) await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    return true
  }

  const handOnAll = async (): Promise<void> => {
    for (let any = true; any; ) {
      any = false
      for (const name of FUNCTION_NAMES) {
        const { trigger } = functionSpec(name)
        if ('queue' in trigger) any = (await handOn(name, trigger.queue)) || any
      }
    }
  }

  return {
    calls,

    /** What each function that ran may do. */
    rightsOf(name: FunctionName): Right[] {
      const { Role } = functionIn(template, name) as { Role: { 'Fn::GetAtt': [string, string] } }
      return rightsOf(template, Role['Fn::GetAtt'][0], referencesOf(cloud, ''))
    },

    outputOf: async (name: FunctionName): Promise<string> => (await running.get(name))?.output() ?? '',

    /** The HTTP API for one person, whose token the gateway let in. */
    as(claims: Claims): Replies {
      return createReplies({
        apiUrl: '',
        token: undefined,
        async fetch(address, { method, body }) {
          const url = new URL(address, 'http://api')
          const found = FUNCTION_NAMES.flatMap((name) => {
            const { trigger } = functionSpec(name)
            return 'routes' in trigger ? trigger.routes.map((route) => ({ name, route })) : []
          }).find(({ route }) => route.method === method && new RegExp(`^${route.path.replace('{id}', '[^/]+')}$`).test(url.pathname))
          if (found === undefined) throw new Error(`no route for ${method} ${address}`)
          const { body: _, pathParameters: __, ...event } = httpRequest
          const id = new RegExp(`^${found.route.path.replace('{id}', '([^/]+)')}$`).exec(url.pathname)?.[1]
          const answer = (await invoke(found.name, {
            ...event,
            routeKey: routeKey(found.route),
            requestContext: { ...event.requestContext, authorizer: { jwt: { claims, scopes: null } } },
            ...(id !== undefined && { pathParameters: { id: decodeURIComponent(id) } }),
            ...(url.search !== '' && { queryStringParameters: Object.fromEntries(url.searchParams) }),
            ...(body !== undefined && { body }),
          })) as { statusCode: number; body: string }
          return { status: answer.statusCode, json: async () => JSON.parse(answer.body) }
        },
      })
    },

    /** Calls what runs by a schedule. */
    tick: (name: FunctionName): Promise<unknown> => invoke(name, schedule),

    /** Hands on what waits for one function, and nothing of what comes of it. */
    async step(name: FunctionName): Promise<void> {
      const { trigger } = functionSpec(name)
      if (!('queue' in trigger)) throw new Error(`${name} reads no queue`)
      while (await handOn(name, trigger.queue));
    },

    /** Hands a message to a function, as its queue would. */
    deliver: (name: FunctionName, body: object): Promise<unknown> =>
      invoke(name, { Records: [{ ...sqsRecord, messageId: 'delivered', body: JSON.stringify(body) }] }),

    /** Calls what an operator calls. */
    call: (name: FunctionName, event: unknown = {}): Promise<unknown> => invoke(name, event),

    /** Hands messages on until what is waited for is there, and no message is left. */
    async settle<Answer>(until: () => Promise<Answer | undefined>): Promise<Answer> {
      const found = await waitFor<Answer>(
        async () => {
          await handOnAll()
          const answer = await until()
          return answer === undefined ? false : waitFor.resolveWith(answer)
        },
        { interval: 50, timeout: 120_000 },
      )
      await handOnAll()
      return found
    },

    /** A service that does not answer, until `answers` says so. */
    refuses: (service: 's3' | 'dynamodb' | 'ses'): void => void refusing.add(service),
    answers: (service: 's3' | 'dynamodb' | 'ses'): void => void refusing.delete(service),

    async close(): Promise<void> {
      sqs.destroy()
      for (const stop of stops.toReversed()) await stop()
    },
  }
}
