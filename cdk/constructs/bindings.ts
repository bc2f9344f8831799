import { Fn, type SecretValue, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { ENVIRONMENT, type Grant, type QueueName, UPLOAD_PREFIX } from '../../shared/pipeline.ts'
import type { IndexName, TableUse } from '../../shared/table.ts'
import type { SubmissionTable } from './submission-table.ts'

/** All that functions can be bound to. */
export type Resources = {
  readonly uploads: Bucket
  readonly site: Bucket
  readonly table: SubmissionTable
  readonly queues: Readonly<Record<QueueName, IQueue>>
  readonly mail: MailChannel
}

/** `smtpUrl`, where given, is used instead of SES. */
type MailChannel = { readonly sender: string; readonly smtpUrl: SecretValue | undefined; readonly configurationSet: string | undefined }

/** A permission together with the environment that makes use of it: neither is given without the other. */
export type Binding = { readonly environment: Readonly<Record<string, string>>; readonly allow: readonly Allowance[] }

/** Actions on ARNs, or on the objects of a bucket below some prefixes. */
export type Allowance =
  | {
      readonly actions: readonly string[]
      readonly arns: readonly string[]
      readonly when?: Readonly<Record<string, Record<string, string>>>
    }
  | { readonly actions: readonly string[]; readonly bucket: Bucket; readonly prefixes: readonly string[] }

type Allowed<May extends string> = Readonly<Record<May, readonly Allowance[]>>

/** Where functions put what they made of an upload. They never write where agencies do. */
export const RESULTS_PREFIX = 'submissions/'

const onUploads = (bucket: Bucket): Allowed<'read' | 'write' | 'find-upload' | 'read-upload' | 'sign-upload' | 'sign-download'> => {
  const list = { actions: ['s3:ListBucket'], arns: [bucket.bucketArn] } // else a missing object is told as a forbidden one
  return {
    read: [{ actions: ['s3:GetObject'], bucket, prefixes: [RESULTS_PREFIX] }, list],
    write: [{ actions: ['s3:PutObject'], bucket, prefixes: [RESULTS_PREFIX] }],
    'find-upload': [{ actions: ['s3:GetObject'], bucket, prefixes: [UPLOAD_PREFIX] }, list],
    'read-upload': [{ actions: ['s3:GetObject', 's3:GetObjectVersion'], bucket, prefixes: [UPLOAD_PREFIX] }, list],
    'sign-download': [{ actions: ['s3:GetObjectVersion'], bucket, prefixes: [UPLOAD_PREFIX] }],
    'sign-upload': [{ actions: ['s3:PutObject'], bucket, prefixes: [UPLOAD_PREFIX] }],
  }
}

const onSite = (bucket: Bucket): Allowed<'read' | 'write' | 'remove'> => ({
  read: [
    { actions: ['s3:GetObject'], bucket, prefixes: [''] },
    { actions: ['s3:ListBucket'], arns: [bucket.bucketArn] },
  ],
  write: [{ actions: ['s3:PutObject'], bucket, prefixes: [''] }],
  remove: [{ actions: ['s3:DeleteObject'], bucket, prefixes: [''] }],
})

const ITEM_ACTIONS = {
  load: 'GetItem',
  'load-many': 'BatchGetItem',
  query: 'Query',
  put: 'PutItem',
  update: 'UpdateItem',
  remove: 'DeleteItem',
} as const satisfies Record<Exclude<TableUse, IndexName>, string>

/** No scan: lists go by index. A query of an index needs no right on the table. */
const onTable = ({ tableArn }: SubmissionTable, use: TableUse): Allowance =>
  use in ITEM_ACTIONS
    ? { actions: [`dynamodb:${ITEM_ACTIONS[use as keyof typeof ITEM_ACTIONS]}`], arns: [tableArn] }
    : { actions: ['dynamodb:Query'], arns: [`${tableArn}/index/${use}`] }

/** Sending from the one address, whether it was verified itself or its domain was. */
const onMail = ({ sender, smtpUrl, configurationSet }: MailChannel, stack: Stack): Binding => {
  // The address of the mail server with its password stands in the function's environment, put there by CloudFormation.
  if (smtpUrl) return { environment: { [ENVIRONMENT.mailSender]: sender, [ENVIRONMENT.mailSmtpUrl]: smtpUrl.unsafeUnwrap() }, allow: [] }
  const identities = [sender, Fn.select(1, Fn.split('@', sender))]
  const told = configurationSet === undefined ? [] : [['configuration-set', configurationSet]]
  const named = [...identities.map((identity) => ['identity', identity]), ...told]
  const arns = named.map(([resource = '', resourceName = '']) => stack.formatArn({ service: 'ses', resource, resourceName }))
  const when = { StringEquals: { 'ses:FromAddress': sender } }
  const environment = {
    [ENVIRONMENT.mailSender]: sender,
    ...(configurationSet && { [ENVIRONMENT.mailConfigurationSet]: configurationSet }),
  }
  return { environment, allow: [{ actions: ['ses:SendEmail'], arns, when }] }
}

/** What a line of the pipeline's grants means here. */
export const bindGrant = (grant: Grant, { uploads, site, table, mail }: Resources): Binding => {
  switch (grant.on) {
    case 'uploads':
      return {
        environment: { [ENVIRONMENT.uploadsBucket]: uploads.bucketName },
        allow: grant.may.flatMap((may) => onUploads(uploads)[may]),
      }
    case 'site':
      return { environment: { [ENVIRONMENT.siteBucket]: site.bucketName }, allow: grant.may.flatMap((may) => onSite(site)[may]) }
    case 'table':
      return { environment: { [ENVIRONMENT.table]: table.tableName }, allow: grant.may.map((use) => onTable(table, use)) }
    case 'mail':
      return onMail(mail, Stack.of(table))
  }
}

/** Leave to announce submissions on a queue. */
export const bindQueue = (name: QueueName, { queues }: Resources): Binding => ({
  environment: { [ENVIRONMENT.queueUrl(name)]: queues[name].queueUrl },
  allow: [{ actions: ['sqs:SendMessage'], arns: [queues[name].queueArn] }],
})

export const statementOf = (allowance: Allowance): PolicyStatement =>
  'bucket' in allowance
    ? new PolicyStatement({
        actions: [...allowance.actions],
        resources: allowance.prefixes.map((prefix) => allowance.bucket.arnForObjects(`${prefix}*`)),
      })
    : new PolicyStatement({
        actions: [...allowance.actions],
        resources: [...allowance.arns],
        ...(allowance.when && { conditions: allowance.when }),
      })
