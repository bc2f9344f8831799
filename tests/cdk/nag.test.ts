import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Validations } from 'aws-cdk-lib'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { describe, expect, it, vi } from 'vitest'
import { createApp } from '../../cdk/create-app.ts'
import { portalFiles } from './synthesize.ts'

vi.setConfig({ testTimeout: 60_000 }) // the CDK takes seconds to load on a busy machine

const create = () =>
  createApp(
    { outdir: mkdtempSync(join(tmpdir(), 'nianbao-nag-')), context: { 'aws:cdk:bundling-stacks': [] } },
    { portalFiles: portalFiles() },
  )

describe('cdk-nag', () => {
  it('has nothing to say of the stack', () => {
    expect(() => create().app.synth()).not.toThrow()
  })

  it('would speak of a bare bucket', () => {
    const { app, stack } = create()
    new Bucket(stack, 'Bare')
    expect(() => app.synth()).toThrow('AwsSolutions-S1')
  })

  it('was answered with a reason for each thing that it said', () => {
    const acknowledged = create()
      .stack.node.findAll()
      .flatMap(({ node }) => node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY))
      .flatMap(({ data }) => Object.entries<string>(data))
    const rules = new Set(acknowledged.map(([id]) => /AwsSolutions-(\w+)/.exec(id)?.[1]))
    expect([...rules].sort()).toEqual(['IAM4', 'IAM5', 'L1', 'S1', 'S10', 'S2', 'S5'])
    for (const [, reason] of acknowledged) expect(reason.length).toBeGreaterThan(30)
  })
})
