import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CorsHttpMethod, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import type { Route } from '../../shared/http-api/route.ts'

type Props = { readonly issuer: string; readonly audience: string; readonly portalOrigin: string }

/** Who asked what, and how it went; `sub` is the person of the token. No header, no body. */
const LOGGED = {
  time: '$context.requestTime',
  request: '$context.requestId',
  ip: '$context.identity.sourceIp',
  sub: '$context.authorizer.claims.sub',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  latency: '$context.responseLatency',
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
}

/** The HTTP API of agencies and reviewers: every route asks for a token of the identity provider. */
export class Api extends Construct {
  readonly url: string
  readonly api: HttpApi

  constructor(scope: Construct, id: string, { issuer, audience, portalOrigin }: Props) {
    super(scope, id)
    this.api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Tokens', issuer, { jwtAudience: [audience] }),
      corsPreflight: {
        allowOrigins: [portalOrigin],
        allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
        allowHeaders: ['authorization', 'content-type'],
        maxAge: Duration.hours(1),
      },
    })
    const logs = new LogGroup(this, 'AccessLogs', { retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.RETAIN })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: AccessLogFormat.custom(JSON.stringify(LOGGED)) },
    })
    this.url = stage.url.replace(/\/$/, '')
  }

  /** Lets a function answer its routes. */
  route(name: string, routes: readonly Route[], handler: IFunction): void {
    const integration = new HttpLambdaIntegration(name, handler)
    for (const { method, path } of routes) this.api.addRoutes({ path, methods: [HttpMethod[method]], integration })
  }
}
