import { Aws, Duration } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type Bucket, CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { UPLOAD_PREFIX } from '../../shared/pipeline.ts'
import { asBucket } from './as-bucket.ts'
import { PrivateBucket } from './private-bucket.ts'

type Props = {
  readonly logs: Bucket
  /** The origin whose pages may post files here. */
  readonly portalOrigin: string
  /** Told of every object created below the upload prefix. */
  readonly created: Queue
}

/** What agencies hand in and what was found in it. Every version is kept for ten years after it was replaced. */
export class UploadsBucket extends PrivateBucket {
  constructor(scope: Construct, id: string, { logs, portalOrigin, created }: Props) {
    super(scope, id, {
      versioned: true,
      serverAccessLogsBucket: asBucket(logs),
      serverAccessLogsPrefix: 'uploads/',
      lifecycleRules: [{ id: 'keep-replaced-versions', noncurrentVersionExpiration: Duration.days(3650) }],
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: [portalOrigin], allowedHeaders: ['*'], maxAge: 3600 }],
    })
    this.announceUploads(created)
  }

  /**
   * The notification stands in the bucket itself: the CDK's own way adds a custom resource with rights over every bucket.
   * The queue's policy names the account and not this bucket, else each would wait for the other.
   */
  private announceUploads(queue: Queue): void {
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    const bucket = this.node.defaultChild
    if (!(bucket instanceof CfnBucket)) throw new Error('The bucket has no resource of its own')
    bucket.notificationConfiguration = {
      queueConfigurations: [
        { event: 's3:ObjectCreated:*', queue: queue.queueArn, filter: { s3Key: { rules: [{ name: 'prefix', value: UPLOAD_PREFIX }] } } },
      ],
    }
    bucket.node.addDependency(queue) // S3 tries the queue's policy when the bucket is made
  }
}
