import { App, type AppProps, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { NianbaoStack, type NianbaoStackProps } from './nianbao-stack.ts'

/** Behaviours of the CDK that we want in their newer form, here and not in cdk.json so that tests synthesize the very same. */
const FLAGS = {
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
}

/** The whole app: one stack, held against the AWS Solutions rules. */
export const createApp = (
  props: Pick<AppProps, 'context' | 'outdir'> = {},
  stackProps: NianbaoStackProps = {},
): { app: App; stack: NianbaoStack } => {
  const app = new App({ ...props, context: { ...FLAGS, ...props.context } })
  const stack = new NianbaoStack(app, 'Nianbao', stackProps)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return { app, stack }
}
