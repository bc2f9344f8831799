import { DefaultStackSynthesizer, Stack, Validations } from 'aws-cdk-lib'
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'

/** Acknowledges what the checks say of the CDK's own function that copies files at deployment: its rights are not ours to word. */
export const acknowledgeFileCopier = (destination: Bucket): void => {
  const stack = Stack.of(destination)
  const copier = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'))
  const bucket = destination.node.defaultChild
  if (copier === undefined || !(bucket instanceof CfnBucket)) throw new Error('Nothing is copied at deployment')
  const qualifier = stack.synthesizer.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER
  const findings: Readonly<Record<string, readonly string[]>> = {
    'It writes its own log and nothing else by this policy': [
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ],
    'It reads the assets of this deployment, which the bootstrap bucket holds': [
      'AwsSolutions-IAM5[Action::s3:GetBucket*]',
      'AwsSolutions-IAM5[Action::s3:GetObject*]',
      'AwsSolutions-IAM5[Action::s3:List*]',
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-${qualifier}-assets-<AWS::AccountId>-<AWS::Region>/*]`,
    ],
    'It replaces the files of the portal bucket, all of which come from this repository': [
      'AwsSolutions-IAM5[Action::s3:Abort*]',
      'AwsSolutions-IAM5[Action::s3:DeleteObject*]',
      `AwsSolutions-IAM5[Resource::<${stack.resolve(bucket.logicalId)}.Arn>/*]`,
    ],
    'Its runtime comes with the CDK, and newer ones come with newer versions of it': ['AwsSolutions-L1'],
  }
  for (const [reason, ids] of Object.entries(findings)) Validations.of(copier).acknowledge(...ids.map((id) => ({ id, reason })))
}
