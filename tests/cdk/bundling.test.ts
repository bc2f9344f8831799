import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { FUNCTION_NAMES, type FunctionName } from '../../shared/pipeline.ts'
import { type BundledApp, bundledApp } from './bundled-app.ts'
import { resource } from './resources.ts'

const run = promisify(execFile)
let app: BundledApp
beforeAll(() => {
  app = bundledApp()
})

/** The variables that the stack sets, whatever their values will be: a handler that needs another does not load. */
const environmentOf = (name: FunctionName): Record<string, string> => {
  const { Variables } = resource(app.template, 'AWS::Lambda::Function', name).Properties.Environment as {
    Variables: Record<string, unknown>
  }
  const given = Object.entries(Variables).map(([key, value]) => [key, typeof value === 'string' ? value : 'https://value.example'])
  return { ...Object.fromEntries(given), AWS_REGION: 'cn-north-1' }
}

/** Loads each bundle with its own variables alone, all in one process; prints what kind of thing its handler is, or why it did not load. */
const LOAD = `
  const told = {}
  for (const [name, bundle, variables] of JSON.parse(process.argv[1])) {
    for (const variable of Object.keys(process.env)) delete process.env[variable]
    Object.assign(process.env, variables)
    told[name] = await import(bundle).then(({ handler }) => typeof handler, String)
  }
  console.log(JSON.stringify(told))`

describe('what is deployed', () => {
  let loaded: Record<string, string>
  beforeAll(async () => {
    const bundles = FUNCTION_NAMES.map((name) => [name, app.entryOf(name), environmentOf(name)])
    // Away from the project, so that nothing is found in its node_modules.
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', LOAD, JSON.stringify(bundles)], { cwd: tmpdir(), env: {} })
    loaded = JSON.parse(stdout)
  })

  it.each(FUNCTION_NAMES)('%s loads by itself, with the variables of the stack, and has a handler', (name) =>
    expect(loaded[name]).toBe('function'),
  )

  it.each(FUNCTION_NAMES)('%s: no map, and nothing in it asks for a module by require, also of what is loaded late', async (name) => {
    const folder = dirname(app.entryOf(name))
    const files = (await readdir(folder)).filter((file) => file !== 'cmaps')
    expect(files.filter((file) => !file.endsWith('.mjs'))).toEqual([])
    // esbuild puts this sentence where a library does; a banner with createRequire mends it
    for (const file of files) expect(await readFile(join(folder, file), 'utf8'), file).not.toContain('Dynamic require of')
  })
})
