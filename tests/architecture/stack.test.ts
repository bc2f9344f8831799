import { beforeAll, describe, expect, it } from 'vitest'
import {
  ENVIRONMENT,
  FUNCTION_NAMES,
  type FunctionName,
  functionSpec,
  QUEUE_LIMITS,
  QUEUES,
  type QueueName,
  STEP_QUEUES,
} from '../../shared/pipeline.ts'
import { type IndexSpec, TABLE } from '../../shared/table.ts'
import { plain, resource, resourcesOf, type Template } from '../cdk/resources.ts'
import { synthesize } from '../cdk/synthesize.ts'

let template: Template
beforeAll(() => {
  template = synthesize()
})

const id = (name: string): string => name.replaceAll('-', '')
const propertiesOf = (name: FunctionName) => resource(template, 'AWS::Lambda::Function', name).Properties
const of = (type: string) => Object.values(resourcesOf(template, type))

/** What the environment of a function must hold, by its line in the pipeline. */
const namesFor = (name: FunctionName): string[] => {
  const { grants, sendsTo } = functionSpec(name)
  const byGrant = {
    uploads: ENVIRONMENT.uploadsBucket,
    site: ENVIRONMENT.siteBucket,
    table: ENVIRONMENT.table,
    mail: ENVIRONMENT.mailSender,
  }
  const mail = grants.some(({ on }) => on === 'mail') ? [ENVIRONMENT.mailConfigurationSet] : []
  return [...mail, ...grants.map(({ on }) => byGrant[on]), ...sendsTo.map(ENVIRONMENT.queueUrl), ENVIRONMENT.siteUrl, ENVIRONMENT.portalUrl]
}

describe('the stack has the functions of the pipeline', () => {
  it('and no others but the one that copies the portal', () => {
    const names = Object.keys(resourcesOf(template, 'AWS::Lambda::Function')).filter(
      (name) => !name.startsWith('CustomCDKBucketDeployment'),
    )
    expect(names.sort()).toEqual(FUNCTION_NAMES.map(id).sort())
  })

  it.each(FUNCTION_NAMES)('%s: memory, timeout, runtime, architecture, log', (name) => {
    const { memoryMb, timeoutSeconds, purpose } = functionSpec(name)
    expect(propertiesOf(name)).toMatchObject({
      Description: purpose,
      MemorySize: memoryMb,
      Timeout: timeoutSeconds,
      Handler: `${name}.handler`,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
    })
    expect(plain((propertiesOf(name).LoggingConfig as { LogGroup: unknown }).LogGroup)).toBe(`${id(name)}logs`)
    expect(resource(template, 'AWS::Logs::LogGroup', `${name}-logs`).Properties).toEqual({ RetentionInDays: 365 })
  })

  it.each(FUNCTION_NAMES)('%s: an environment of what it may use, and nothing else', (name) => {
    const { Variables } = propertiesOf(name).Environment as { Variables: Record<string, unknown> }
    expect(Object.keys(Variables).sort()).toEqual(namesFor(name).sort())
  })
})

describe('each function has the trigger of the pipeline', () => {
  const mappings = () => of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties)
  const routes = () =>
    of('AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const [, integration = ''] = /^integrations\/(.+)$/.exec(plain(Properties.Target)) ?? []
      const uri = resource(template, 'AWS::ApiGatewayV2::Integration', integration).Properties.IntegrationUri
      return { route: Properties.RouteKey, handler: plain(uri), authorization: Properties.AuthorizationType }
    })
  const schedules = () =>
    of('AWS::Events::Rule')
      .filter(({ Properties }) => 'ScheduleExpression' in Properties)
      .map(({ Properties }) => ({
        rate: Properties.ScheduleExpression,
        handlers: (Properties.Targets as { Arn: unknown }[]).map(({ Arn }) => plain(Arn)),
      }))

  it('queues, with partial batch failures', () => {
    const expected = FUNCTION_NAMES.flatMap((name) => {
      const { trigger } = functionSpec(name)
      if ('deadLetters' in trigger) return STEP_QUEUES.map((queue) => ({ queue: `${id(queue)}deadletters`, handler: id(name) }))
      return 'queue' in trigger ? [{ queue: `${id(trigger.queue)}queue`, handler: id(name) }] : []
    })
    expect(mappings().map(({ EventSourceArn, FunctionName }) => ({ queue: plain(EventSourceArn), handler: plain(FunctionName) }))).toEqual(
      expect.arrayContaining(expected),
    )
    expect(mappings()).toHaveLength(expected.length)
    for (const mapping of mappings()) {
      const trigger = FUNCTION_NAMES.map((name) => functionSpec(name).trigger).find(
        (each) => 'queue' in each && `${id(each.queue)}queue` === plain(mapping.EventSourceArn),
      )
      const taken =
        trigger !== undefined && 'together' in trigger
          ? { BatchSize: trigger.together.atMost, MaximumBatchingWindowInSeconds: trigger.together.seconds }
          : { BatchSize: QUEUE_LIMITS.batchSize }
      expect(mapping).toMatchObject({ ...taken, FunctionResponseTypes: ['ReportBatchItemFailures'] })
    }
  })

  it('routes, none without a token', () => {
    const expected = FUNCTION_NAMES.flatMap((name) => {
      const { trigger } = functionSpec(name)
      return 'routes' in trigger
        ? trigger.routes.map(({ method, path }) => ({ route: `${method} ${path}`, handler: id(name), authorization: 'JWT' }))
        : []
    })
    expect(routes()).toEqual(expect.arrayContaining(expected))
    expect(routes()).toHaveLength(expected.length)
  })

  it('what SES tells of bounces and complaints, on the queue of the function that takes it', () => {
    const takers = FUNCTION_NAMES.filter((name) => 'bounces' in functionSpec(name).trigger)
    const rules = of('AWS::Events::Rule').filter(({ Properties }) => 'EventPattern' in Properties)
    expect(rules.map(({ Properties }) => Properties.EventPattern)).toMatchObject([
      { source: ['aws.ses'], 'detail-type': ['Email Bounced', 'Email Complaint Received'] },
    ])
    const targets = rules.flatMap(({ Properties }) => Properties.Targets as { Arn: unknown }[])
    expect(targets.map(({ Arn }) => plain(Arn))).toEqual(takers.map((name) => `${id(name)}queue`))
    expect(takers).toHaveLength(1)
  })

  it('schedules', () => {
    const expected = FUNCTION_NAMES.flatMap((name) => {
      const { trigger } = functionSpec(name)
      return 'everyMinutes' in trigger
        ? [{ rate: `rate(${trigger.everyMinutes} minute${trigger.everyMinutes === 1 ? '' : 's'})`, handlers: [id(name)] }]
        : []
    })
    expect(schedules()).toEqual(expected)
  })

  it('uploads are announced on the queue of the function that takes them', () => {
    const takers = FUNCTION_NAMES.filter((name) => 'uploads' in functionSpec(name).trigger)
    const { QueueConfigurations } = resource(template, 'AWS::S3::Bucket', 'Uploads').Properties.NotificationConfiguration as {
      QueueConfigurations: { Queue: unknown }[]
    }
    expect(QueueConfigurations.map(({ Queue }) => plain(Queue))).toEqual(takers.map((name) => `${id(name)}queue`))
    expect(takers).toHaveLength(1)
  })
})

describe('each queue of the pipeline', () => {
  const queue = (name: QueueName, part: 'queue' | 'dead-letters') => resource(template, 'AWS::SQS::Queue', `${name}-${part}`).Properties
  const consumer = (name: QueueName) => FUNCTION_NAMES.map(functionSpec).find(({ trigger }) => 'queue' in trigger && trigger.queue === name)

  it('is there, with one for dead letters, and there is no other', () => {
    expect(Object.keys(resourcesOf(template, 'AWS::SQS::Queue')).sort()).toEqual(
      QUEUES.flatMap((name) => [`${id(name)}queue`, `${id(name)}deadletters`]).sort(),
    )
  })

  it.each(QUEUES)('%s gives up after as many deliveries as the pipeline says', (name) => {
    const { deadLetterTargetArn, maxReceiveCount } = queue(name, 'queue').RedrivePolicy as Record<string, unknown>
    expect([plain(deadLetterTargetArn), maxReceiveCount]).toEqual([`${id(name)}deadletters`, QUEUE_LIMITS.maxReceives])
  })

  it.each(QUEUES)('%s is encrypted, and keeps messages as long as the pipeline says', (name) => {
    const kept = { SqsManagedSseEnabled: true, MessageRetentionPeriod: QUEUE_LIMITS.retentionDays * 24 * 60 * 60 }
    expect([queue(name, 'queue'), queue(name, 'dead-letters')]).toMatchObject([kept, kept])
  })

  it.each(QUEUES)('%s hides a message six timeouts long', (name) => {
    expect(queue(name, 'queue').VisibilityTimeout).toBeGreaterThanOrEqual(6 * (consumer(name)?.timeoutSeconds ?? Number.NaN))
  })
})

describe('the table of the pipeline', () => {
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ]

  const projected = ({ shows }: IndexSpec) => {
    if (shows === undefined) return { ProjectionType: 'ALL' }
    return shows.length === 0 ? { ProjectionType: 'KEYS_ONLY' } : { ProjectionType: 'INCLUDE', NonKeyAttributes: shows }
  }

  it('has its keys and indexes', () => {
    const { KeySchema, GlobalSecondaryIndexes } = resource(template, 'AWS::DynamoDB::Table', 'Table').Properties
    expect(KeySchema).toEqual(keys(TABLE.partitionKey, TABLE.sortKey))
    expect(GlobalSecondaryIndexes).toEqual(
      TABLE.indexes.map((index: IndexSpec) => ({
        IndexName: index.name,
        KeySchema: keys(index.partitionKey, index.sortKey),
        Projection: projected(index),
      })),
    )
  })

  it('is paid by use, can be restored, and stays', () => {
    const table = resource(template, 'AWS::DynamoDB::Table', 'Table')
    expect(table).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    })
  })
})
