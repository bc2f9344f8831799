import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3'

/** The CDK's own bucket does not fit its interface under exactOptionalPropertyTypes: `isWebsite` may be undefined. Here alone it is said to. */
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket
