import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Template } from 'aws-cdk-lib/assertions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FUNCTION_NAMES, type FunctionName } from '../../shared/pipeline.ts'
import { resource } from './resources.ts'
import { makeApp, newFolder } from './synthesize.ts'

const run = promisify(execFile)
const folder = newFolder()
let made: ReturnType<typeof makeApp>
let template: Template

beforeAll(() => {
  made = makeApp(folder)
  template = Template.fromJSON(made.app.synth().getStackByName(made.stack.stackName).template)
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

const bundleOf = (name: FunctionName): string => {
  const { S3Key } = resource(template, 'AWS::Lambda::Function', name).Properties.Code as { S3Key: string }
  return join(made.outdir, `asset.${S3Key.replace(/\.zip$/, '')}`, 'index.mjs')
}

/** The variables that the stack sets, whatever their values will be: a handler that needs another does not load. */
const environmentOf = (name: FunctionName): Record<string, string> => {
  const { Variables } = resource(template, 'AWS::Lambda::Function', name).Properties.Environment as { Variables: Record<string, unknown> }
  const given = Object.entries(Variables).map(([key, value]) => [key, typeof value === 'string' ? value : 'https://value.example'])
  return { ...Object.fromEntries(given), AWS_REGION: 'cn-north-1' }
}

const PRINT = 'const { handler } = await import(process.argv[1]); console.log(typeof handler)'

describe('what is deployed', () => {
  it.each(FUNCTION_NAMES)('%s: one file that loads by itself, with the variables of the stack, and has a handler', async (name) => {
    const bundle = bundleOf(name)
    // Away from the project, so that nothing is found in its node_modules.
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', PRINT, bundle], {
      cwd: tmpdir(),
      env: environmentOf(name),
    })
    expect(stdout.trim()).toBe('function')
  })

  it.each(FUNCTION_NAMES)(
    '%s: small, with a map, and nothing in it asks for a module by require, also of what is loaded late',
    async (name) => {
      const code = await readFile(bundleOf(name), 'utf8')
      expect(code).not.toContain('Dynamic require of') // esbuild puts this sentence where a library does; a banner with createRequire mends it
      expect(code).toContain('//# sourceMappingURL=index.mjs.map')
      expect(code.length).toBeLessThan(12 * 1024 * 1024)
    },
  )
})
