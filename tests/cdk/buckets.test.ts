import { beforeAll, describe, expect, it } from 'vitest'
import { UPLOAD_PREFIX } from '../../shared/pipeline.ts'
import { list, plain, resource, resourcesOf, type Template } from './resources.ts'
import { synthesize } from './synthesize.ts'

let template: Template
beforeAll(() => {
  template = synthesize()
})

type Statement = { Effect: string; Action: string | string[]; Principal: unknown; Resource: unknown; Condition?: unknown }
const bucket = (name: string) => resource(template, 'AWS::S3::Bucket', name)
const statementsOn = (name: string): Statement[] =>
  Object.values(resourcesOf(template, 'AWS::S3::BucketPolicy'))
    .filter(({ Properties }) => plain(Properties.Bucket) === name)
    .flatMap(({ Properties }) => (Properties.PolicyDocument as unknown as { Statement: Statement[] }).Statement)
const openToAll = (name: string) =>
  statementsOn(name)
    .filter(({ Effect, Principal }) => Effect === 'Allow' && JSON.stringify(Principal) === '{"AWS":"*"}')
    .map(({ Action, Resource }) => `${list(Action).join()} ${plain(Resource)}`)
const refusesPlainHttp = (name: string): boolean =>
  statementsOn(name).some(
    ({ Effect, Action, Condition }) =>
      Effect === 'Deny' && Action === 's3:*' && JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
  )

const CLOSED = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true }

it('there are four buckets, all encrypted, without access lists, none collecting unfinished uploads', () => {
  const buckets = resourcesOf(template, 'AWS::S3::Bucket')
  expect(Object.keys(buckets).sort()).toEqual(['AccessLogs', 'PortalBucket', 'Site', 'Uploads'])
  for (const { Properties } of Object.values(buckets)) {
    expect(JSON.stringify(Properties.BucketEncryption)).toContain('AES256')
    expect(Properties.OwnershipControls).toEqual({ Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] })
    expect(JSON.stringify(Properties.LifecycleConfiguration)).toContain('"AbortIncompleteMultipartUpload":{"DaysAfterInitiation":1}')
  }
})

it.each(['Uploads', 'AccessLogs'])('%s is closed to the public, speaks TLS only, and stays', (name) => {
  expect(bucket(name)).toMatchObject({ DeletionPolicy: 'Retain', Properties: { PublicAccessBlockConfiguration: CLOSED } })
  expect(openToAll(name)).toEqual([])
  expect(refusesPlainHttp(name)).toBe(true)
})

describe('the uploads', () => {
  it('keep what was replaced for ten years, and note who read what', () => {
    expect(bucket('Uploads').Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: { LogFilePrefix: 'uploads/' },
    })
    expect(JSON.stringify(bucket('Uploads').Properties.LifecycleConfiguration)).toContain('"NoncurrentDays":3650')
    expect(JSON.stringify(bucket('Uploads').Properties.LifecycleConfiguration)).not.toContain('"ExpirationInDays"')
  })

  it('take files from the pages of the portal alone', () => {
    const { CorsRules } = bucket('Uploads').Properties.CorsConfiguration as { CorsRules: Record<string, string[]>[] }
    expect(CorsRules.map(({ AllowedMethods, AllowedOrigins }) => [AllowedMethods, plain(AllowedOrigins)])).toEqual([
      [['POST'], 'https://PortalBucket.RegionalDomainName'],
    ])
  })

  it('announce what was created below the upload prefix, once the queue lets them', () => {
    const { QueueConfigurations } = bucket('Uploads').Properties.NotificationConfiguration as { QueueConfigurations: unknown[] }
    expect(QueueConfigurations).toMatchObject([
      { Event: 's3:ObjectCreated:*', Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: UPLOAD_PREFIX }] } } },
    ])
    expect(bucket('Uploads').DependsOn?.join()).toContain('parsereportqueuePolicy')
    const policy = resource(template, 'AWS::SQS::QueuePolicy', 'parse-report-queue-Policy').Properties.PolicyDocument
    expect((policy as unknown as { Statement: Statement[] }).Statement).toContainEqual({
      Effect: 'Allow',
      Action: 'sqs:SendMessage',
      Principal: { Service: 's3.amazonaws.com' },
      Resource: expect.anything(),
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    })
  })
})

describe('the site', () => {
  it('is a website that everyone may read, object by object', () => {
    expect(bucket('Site').Properties).toMatchObject({
      WebsiteConfiguration: { IndexDocument: 'index.html', ErrorDocument: '404.html' },
      PublicAccessBlockConfiguration: { ...CLOSED, BlockPublicPolicy: false, RestrictPublicBuckets: false },
    })
    expect(openToAll('Site')).toEqual(['s3:GetObject Site/*'])
  })

  it('stays when the stack goes', () => expect(bucket('Site').DeletionPolicy).toBe('Retain'))
})

it('the portal is read over TLS only, and is no website', () => {
  expect(openToAll('PortalBucket')).toEqual(['s3:GetObject PortalBucket/*'])
  expect(refusesPlainHttp('PortalBucket')).toBe(true)
  expect(bucket('PortalBucket').Properties.WebsiteConfiguration).toBeUndefined()
})

it('queues and the topic of alarms refuse plain HTTP', () => {
  const policies = [
    ...Object.values(resourcesOf(template, 'AWS::SQS::QueuePolicy')),
    ...Object.values(resourcesOf(template, 'AWS::SNS::TopicPolicy')),
  ]
  expect(policies).toHaveLength(Object.keys(resourcesOf(template, 'AWS::SQS::Queue')).length + 1)
  for (const { Properties } of policies) expect(JSON.stringify(Properties)).toContain('"Bool":{"aws:SecureTransport":"false"}')
})
