import { existsSync } from 'node:fs'
import { Fn, RemovalPolicy } from 'aws-cdk-lib'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { openApiDocument } from '../../shared/http-api/openapi.ts'
import { asBucket } from './as-bucket.ts'
import { acknowledgeFileCopier } from './file-copier.ts'
import { PublicBucket } from './public-bucket.ts'

/** Who signs people in, and what the portal is called there. */
type Provider = { readonly issuer: string; readonly clientId: string }

/** The portal's pages, read over TLS at the bucket's own https address (docs/decisions/portal-hosting.md). */
export class Portal extends Construct {
  readonly origin: string
  private readonly bucket: PublicBucket

  constructor(scope: Construct, id: string, { logs }: { readonly logs: Bucket }) {
    super(scope, id)
    this.bucket = new PublicBucket(this, 'Bucket', {
      reason: 'The login page and its scripts are for everyone; what they show comes from the API, which asks for a token',
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.DESTROY, // every file comes from this repository
      serverAccessLogsBucket: asBucket(logs),
      serverAccessLogsPrefix: 'portal/',
    })
    this.origin = Fn.join('', ['https://', this.bucket.bucketRegionalDomainName])
  }

  /** Copies the built files here at every deployment, and beside them `config.js`, which tells them where the API is and who signs people in, and its description. */
  fill(files: string, apiUrl: string, signIn: Provider): void {
    if (!existsSync(files)) throw new Error(`The portal is not built: ${files} is missing; run npm run prepare`)
    new BucketDeployment(this, 'Files', {
      destinationBucket: asBucket(this.bucket),
      sources: [
        Source.asset(files, { exclude: ['config.js'] }),
        Source.data('config.js', `window.NIANBAO = ${JSON.stringify({ apiUrl, signIn })}\n`),
        Source.jsonData('api/openapi.json', openApiDocument(apiUrl)),
      ],
      cacheControl: [CacheControl.noCache()],
      retainOnDelete: false,
    })
    acknowledgeFileCopier(this.bucket)
  }
}
