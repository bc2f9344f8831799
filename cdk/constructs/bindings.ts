import { Fn, type SecretValue, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { ENVIRONMENT, type Grant, type QueueName, UPLOAD_PREFIX } from '../../shared/pipeline.ts'
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
type MailChannel = { readonly sender: string; readonly smtpUrl: SecretValue | undefined }

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

const onUploads = (bucket: Bucket): Allowed<'read' | 'write' | 'sign-upload'> => ({
  read: [
    { actions: ['s3:GetObject', 's3:GetObjectVersion'], bucket, prefixes: [UPLOAD_PREFIX, RESULTS_PREFIX] },
    { actions: ['s3:ListBucket'], arns: [bucket.bucketArn] }, // else a missing object is told as a forbidden one
  ],
  write: [{ actions: ['s3:PutObject'], bucket, prefixes: [RESULTS_PREFIX] }],
  'sign-upload': [{ actions: ['s3:PutObject'], bucket, prefixes: [UPLOAD_PREFIX] }],
})

const onSite = (bucket: Bucket): Allowed<'read' | 'write'> => ({
  read: [
    { actions: ['s3:GetObject'], bucket, prefixes: [''] },
    { actions: ['s3:ListBucket'], arns: [bucket.bucketArn] },
  ],
  write: [{ actions: ['s3:PutObject', 's3:DeleteObject'], bucket, prefixes: [''] }],
})

/** No scan: lists go by index. What is deleted is the entry of a withdrawn publication, and the claim of a mail that was not sent. */
const onTable = ({ tableArn, indexArns }: SubmissionTable): Allowed<'read' | 'write'> => ({
  read: [{ actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], arns: [tableArn, ...indexArns] }],
  write: [{ actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'], arns: [tableArn] }],
})

/** Sending from the one address, whether it was verified itself or its domain was. */
const onMail = ({ sender, smtpUrl }: MailChannel, stack: Stack): Binding => {
  // The address of the mail server with its password stands in the function's environment, put there by CloudFormation.
  if (smtpUrl) return { environment: { [ENVIRONMENT.mailSender]: sender, [ENVIRONMENT.mailSmtpUrl]: smtpUrl.unsafeUnwrap() }, allow: [] }
  const identities = [sender, Fn.select(1, Fn.split('@', sender))]
  const arns = identities.map((resourceName) => stack.formatArn({ service: 'ses', resource: 'identity', resourceName }))
  const when = { StringEquals: { 'ses:FromAddress': sender } }
  return { environment: { [ENVIRONMENT.mailSender]: sender }, allow: [{ actions: ['ses:SendEmail'], arns, when }] }
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
      return { environment: { [ENVIRONMENT.table]: table.tableName }, allow: grant.may.flatMap((may) => onTable(table)[may]) }
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
