import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { inject } from 'vitest'
import type { Bundle } from '../../cdk/bundle-functions.ts'
import { bundled } from '../../cdk/constructs/function-code.ts'
import type { FunctionName } from '../../shared/pipeline.ts'
import { resource } from './resources.ts'
import { makeApp } from './synthesize.ts'

export type BundledApp = ReturnType<typeof make>

const make = () => {
  const { app, stack, outdir } = makeApp(inject('scratchFolder'))
  const template = Template.fromJSON(app.synth().getStackByName(stack.stackName).template)
  const bundles = bundled.get(app)
  return {
    template,
    /** What went into a function. */
    bundleOf(name: FunctionName): Bundle {
      const bundle = bundles?.get(name)
      if (bundle === undefined) throw new Error(`${name} is not bundled`)
      return bundle
    },
    /** The file that the runtime loads, in the asset that is deployed. */
    entryOf(name: FunctionName): string {
      const { Code, Handler } = resource(template, 'AWS::Lambda::Function', name).Properties
      const { S3Key } = Code as { S3Key: string }
      return join(outdir, `asset.${S3Key.replace(/\.zip$/, '')}`, `${String(Handler).replace(/\.handler$/, '')}.mjs`)
    },
    maps: join(outdir, 'functions/maps'),
  }
}

let made: BundledApp | undefined

/** The app as it is deployed, its functions bundled: once for all test files of a worker. */
export const bundledApp = (): BundledApp => {
  made ??= make()
  return made
}
