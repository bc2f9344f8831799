import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { ENVIRONMENT, type FunctionName, functionSpec } from '../../shared/pipeline.ts'
import { type Allowance, bindGrant, bindQueue, type Resources, statementOf } from './bindings.ts'
import { codeOf } from './function-code.ts'

export type Addresses = { readonly siteUrl: string; readonly portalUrl: string }

/** A function of the pipeline, bound to what its line there says and to nothing else. */
export class PipelineFunction extends LambdaFunction {
  readonly logs: LogGroup

  constructor(scope: Construct, name: FunctionName, resources: Resources, { siteUrl, portalUrl }: Addresses) {
    const { purpose, memoryMb, timeoutSeconds, grants, sendsTo } = functionSpec(name)
    // The Cybersecurity Law asks for six months of logs and more.
    const logs = new LogGroup(scope, `${name}-logs`, { retention: RetentionDays.ONE_YEAR, removalPolicy: RemovalPolicy.RETAIN })
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description: purpose })
    const bindings = [...grants.map((grant) => bindGrant(grant, resources)), ...sendsTo.map((queue) => bindQueue(queue, resources))]
    const allowances = bindings.flatMap(({ allow }) => allow)
    for (const allowance of allowances) role.addToPolicy(statementOf(allowance))
    logs.grantWrite(role)
    super(scope, name, {
      description: purpose,
      code: codeOf(scope, name),
      handler: `${name}.handler`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup: logs,
      environment: {
        ...Object.assign({}, ...bindings.map(({ environment }) => environment)),
        [ENVIRONMENT.siteUrl]: siteUrl,
        [ENVIRONMENT.portalUrl]: portalUrl,
      },
    })
    this.logs = logs
    this.acknowledgeObjects(role, allowances)
  }

  /** The prefixes that the function may use are wildcards to the checks. */
  private acknowledgeObjects(role: Role, allowances: readonly Allowance[]): void {
    for (const allowance of allowances)
      if ('bucket' in allowance)
        for (const prefix of allowance.prefixes)
          Validations.of(role).acknowledge({
            id: `AwsSolutions-IAM5[Resource::<${logicalId(allowance.bucket)}.Arn>/${prefix}*]`,
            reason: `Keys are made at run time; the function may ${allowance.actions.join(', ')} below this prefix only`,
          })
  }
}

const logicalId = (bucket: Bucket): string => {
  const resource = bucket.node.defaultChild
  if (!(resource instanceof CfnBucket)) throw new Error('The bucket has no resource of its own')
  return Stack.of(bucket).resolve(resource.logicalId)
}
