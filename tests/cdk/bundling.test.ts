import { execFile } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { readings } from '../../functions/stored/results.ts'
import { addressOf } from '../../local/addresses.ts'
import { corePorts, NAMES } from '../../local/core-ports.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { startServices } from '../../local/services.ts'
import { ENVIRONMENT, FUNCTION_NAMES, type FunctionName } from '../../shared/pipeline.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import { freePorts } from '../free-ports.ts'
import { objectEvent } from '../functions/invoke.ts'
import { expectedFigures } from '../generator/expected-figures.ts'
import { writePdf } from '../generator/pdf/write-pdf.ts'
import { printReport } from '../generator/print/print-report.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { wordModel } from '../generator/word/word-model.ts'
import { writeSample } from '../generator/write-sample.ts'
import { type BundledApp, bundledApp } from './bundled-app.ts'
import { resource } from './resources.ts'
import { newFolder } from './synthesize.ts'

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

const CALL = `
  const [, bundle, body] = process.argv
  const { handler } = await import(bundle)
  await handler({ Records: [{ messageId: '1', eventSource: 'aws:sqs', body }] }, {})`

describe('the deployed parse-report, with nothing but its own folder,', () => {
  const sample = sampleReport({ seed: 9, year: 2024 })

  it.each([
    ['a PDF whose Chinese font is only named', writePdf(wordModel(printReport(sample)), { font: 'named' })],
    ['a workbook', writeSample(sample, { format: 'xlsx', layout: 'one-sheet' })],
  ])('reads %s', async (_, file) => {
    const [data, addresses] = [newFolder(), await freePorts()]
    const stop = await startServices(data, addresses)
    const serviceKey = await openServiceKey(data)
    const ports = corePorts(addresses, serviceKey)
    const key = uploadKey('shuili', 's1')
    const at = new Date().toISOString()
    const submission = { id: 's1', agencyId: 'shuili', agencyName: sample.agency, year: 2024, status: 'requested', since: at, key } as const
    await ports.submissions.create({ ...submission, fileName: '年报', declaredSha256: '', submittedBy: 'zhang', history: [] })
    await ports.uploads.write(key, file, 'application/octet-stream')
    const event = objectEvent(key, (await ports.uploads.head(key))?.version ?? '')

    const { stderr } = await run(
      process.execPath,
      ['--input-type=module', '-e', CALL, app.entryOf('parse-report'), JSON.stringify(event)],
      {
        cwd: tmpdir(),
        env: {
          ...environmentOf('parse-report'),
          [ENVIRONMENT.uploadsBucket]: NAMES.uploads,
          [ENVIRONMENT.table]: NAMES.table,
          // The embedded queues have other addresses than these: the last step, to tell the next function, fails here.
          [ENVIRONMENT.queueUrl('validate-report')]: `${addressOf(addresses.queues)}/validate-report`,
          AWS_ACCESS_KEY_ID: serviceKey.accessKeyId,
          AWS_SECRET_ACCESS_KEY: serviceKey.secretAccessKey,
          AWS_ENDPOINT_URL_S3: addressOf(addresses.objects),
          AWS_ENDPOINT_URL_DYNAMODB: addressOf(addresses.table),
        },
      },
    )
    expect((await ports.submissions.load('s1'))?.status, stderr).toBe('parsed')
    const reading = await readings.read(ports.uploads, 's1')
    if (reading === undefined || 'unreadable' in reading) throw new Error('the file was not read')
    const report = recogniseReport(reading)
    expect(report.agency).toBe(sample.agency)
    expect(report.tables[3].figures.map((row) => row.map(({ value }) => value))).toEqual(expectedFigures(sample)[3])
    await stop()
    await rm(data, { recursive: true })
  })
})
