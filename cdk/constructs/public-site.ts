import { Duration, Validations } from 'aws-cdk-lib'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { asBucket } from './as-bucket.ts'
import { PublicBucket } from './public-bucket.ts'

/** The published reports, as a static website. */
export class PublicSite extends PublicBucket {
  constructor(scope: Construct, id: string, { logs }: { readonly logs: Bucket }) {
    super(scope, id, {
      reason: 'Citizens read the published reports here: public by law (Regulations on Disclosure of Government Information, art. 50)',
      websiteIndexDocument: 'index.html',
      websiteErrorDocument: '404.html',
      versioned: true,
      lifecycleRules: [{ id: 'forget-replaced-versions', noncurrentVersionExpiration: Duration.days(365) }],
      serverAccessLogsBucket: asBucket(logs),
      serverAccessLogsPrefix: 'site/',
    })
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S10',
      reason: 'The website address of S3 speaks plain HTTP only; nothing here is secret, and writing is signed',
    })
  }
}
