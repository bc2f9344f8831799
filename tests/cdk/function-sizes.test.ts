import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, bytesOf } from '../../cdk/bundle-functions.ts'
import budgets from '../../cdk/function-budgets.json' with { type: 'json' }
import { sourcesOfTrace } from '../../cdk/sources-of-trace.ts'
import { FUNCTION_NAMES, type FunctionName, functionSpec } from '../../shared/pipeline.ts'
import { type BundledApp, bundledApp } from './bundled-app.ts'

let app: BundledApp
beforeAll(() => {
  app = bundledApp()
})

it('has a budget for every function, and for no other', () => expect(Object.keys(budgets).sort()).toEqual([...FUNCTION_NAMES].sort()))

/** Of `cdk/function-budgets.json`, in KB of 1,000 bytes; what needs more raises it there, on purpose. */
it.each(FUNCTION_NAMES)('%s keeps to its budget', (name) => {
  const { loadedAtOnce, loadedLate } = app.bundleOf(name)
  expect(bytesOf(loadedAtOnce) / 1000, 'loaded at once').toBeLessThanOrEqual(budgets[name].atOnce)
  expect(bytesOf(loadedLate) / 1000, 'loaded late').toBeLessThanOrEqual(budgets[name].late)
})

/** The packages that went into a function's code. */
const packagesOf = (parts: Bundle['loadedAtOnce']): Set<string> =>
  new Set(parts.flatMap(({ inputs }) => inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])))

const CLIENTS = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3', '@aws-sdk/client-sqs', '@aws-sdk/client-sesv2', 'nodemailer']
const READERS = ['pdfjs-dist', '@e965/xlsx', 'htmlparser2']

/** What the grants of a function are made use of with. */
const clientsFor = (name: FunctionName): string[] => {
  const { grants, sendsTo } = functionSpec(name)
  const by = {
    table: ['@aws-sdk/client-dynamodb'],
    uploads: ['@aws-sdk/client-s3'],
    site: ['@aws-sdk/client-s3'],
    mail: ['@aws-sdk/client-sesv2', 'nodemailer'],
  }
  return [...new Set([...grants.flatMap(({ on }) => by[on]), ...(sendsTo.length > 0 ? ['@aws-sdk/client-sqs'] : [])])].sort()
}

describe.each(FUNCTION_NAMES)('%s', (name) => {
  it('has the clients of its grants, and no others', () => {
    const { loadedAtOnce, loadedLate } = app.bundleOf(name)
    const packages = packagesOf([...loadedAtOnce, ...loadedLate])
    expect(CLIENTS.filter((client) => packages.has(client)).sort()).toEqual(clientsFor(name))
  })

  it('loads no mail library before the first mail, and no library of a format before the first such file', () => {
    const { loadedAtOnce, loadedLate } = app.bundleOf(name)
    const [atOnce, late] = [packagesOf(loadedAtOnce), packagesOf(loadedLate)]
    expect([...READERS, 'nodemailer', '@aws-sdk/client-sesv2'].filter((library) => atOnce.has(library))).toEqual([])
    expect(READERS.filter((library) => late.has(library))).toEqual(name === 'parse-report' ? READERS : [])
  })
})

it('tells where in the sources a line of a trace is', async () => {
  const lines = (await readFile(app.entryOf('review-submission'), 'utf8')).split('\n')
  const line = lines.findIndex((each) => each.includes('.submissions.load('))
  const column = lines[line]?.indexOf('.submissions.load(') ?? -1
  const trace = `TypeError: x\n    at file:///var/task/review-submission.mjs:${line + 1}:${column + 1}\n    at /elsewhere/other.mjs:3:4\n`
  const source = (await readFile('functions/review-submission/handler.ts', 'utf8')).split('\n')
  const told = /at functions\/review-submission\/handler\.ts:(\d+):\d+\n {4}at \/elsewhere\/other\.mjs:3:4\n/.exec(
    sourcesOfTrace(trace, app.maps),
  )
  expect(source[Number(told?.[1]) - 1]).toContain('.submissions.load(')
})
