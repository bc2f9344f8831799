import { Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it } from 'vitest'
import { withApp } from './synthesize.ts'

describe('cdk-nag', () => {
  it('has nothing to say of the stack', () => {
    expect(() => withApp({}, ({ app }) => app.synth())).not.toThrow()
  })

  it('would speak of a bare bucket', () => {
    const withBareBucket = () =>
      withApp({}, ({ app, stack }) => {
        new Bucket(stack, 'Bare')
        app.synth()
      })
    expect(withBareBucket).toThrow('AwsSolutions-S1')
  })

  it('was answered with a reason for each thing that it said', () => {
    const acknowledged = withApp({}, ({ stack }) => stack.node.findAll())
      .flatMap(({ node }) => node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY))
      .flatMap(({ data }) => Object.entries<string>(data))
    const rules = new Set(acknowledged.map(([id]) => /AwsSolutions-(\w+)/.exec(id)?.[1]))
    expect([...rules].sort()).toEqual(['IAM4', 'IAM5', 'L1', 'S1', 'S10', 'S2', 'S5'])
    for (const [, reason] of acknowledged) expect(reason.length).toBeGreaterThan(30)
  })
})
