import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** A bucket whose objects anybody may read, and nothing more: no listing, no older versions, no access lists. */
export class PublicBucket extends Bucket {
  constructor(scope: Construct, id: string, { reason, ...props }: BucketProps & { readonly reason: string }) {
    super(scope, id, {
      // Access lists stay blocked: only the policy below opens the bucket.
      blockPublicAccess: new BlockPublicAccess({
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: false,
      }),
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
      lifecycleRules: [{ id: 'abort-multipart', abortIncompleteMultipartUploadAfter: Duration.days(1) }, ...(props.lifecycleRules ?? [])],
    })
    this.addToResourcePolicy(
      new PolicyStatement({ principals: [new AnyPrincipal()], actions: ['s3:GetObject'], resources: [this.arnForObjects('*')] }),
    )
    Validations.of(this).acknowledge({ id: 'AwsSolutions-S2', reason }, { id: 'AwsSolutions-S5', reason })
  }
}
