import { join } from 'node:path'
import { Stack, Stage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionName } from '../../shared/pipeline.ts'
import { type Bundle, bundleFunctions } from '../bundle-functions.ts'

/** The functions of each app, where they were bundled. */
export const bundled = new WeakMap<Stage, ReadonlyMap<FunctionName, Bundle>>()

/** The code of a function; a line in its place where only the template is asked for, as by `cdk list`. */
export const codeOf = (scope: Construct, name: FunctionName): Code => {
  const stage = Stage.of(scope)
  if (stage === undefined || !Stack.of(scope).bundlingRequired) return Code.fromInline('// not bundled')
  const bundles = bundled.get(stage) ?? bundleFunctions(join(stage.outdir, 'functions'))
  bundled.set(stage, bundles)
  const { folder } = bundles.get(name) ?? {}
  if (folder === undefined) throw new Error(`${name} was not bundled`)
  return Code.fromAsset(folder)
}
