import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../cdk/create-app.ts'
import { awsPorts } from '../../functions/aws/aws-ports.ts'
import { openTable } from '../../functions/aws/table.ts'
import { createTable } from '../../local/embedded/create-table.ts'
import { ENVIRONMENT, FUNCTION_NAMES, type FunctionName } from '../../shared/pipeline.ts'
import { type Cloud, deploy, functionIn } from '../deployed/deployment.ts'
import { neverUsed, type TemplateJson, withoutRight } from '../deployed/function-rights.ts'
import { SENDER, startLocalCloud } from '../deployed/local-cloud.ts'
import { startSmtpServer } from '../deployed/smtp-server.ts'
import { goTheWholeWay } from '../deployed/whole-way.ts'
import { startDynamoDbLocal } from './dynamodb-local.ts'
import { type Found, writeFindings } from './findings.ts'
import { startInRuntime } from './runtime-api.ts'
import { installTools, sayOf } from './tools.ts'

/**
 * Runs what `cdk synth` makes as it is deployed, the whole way, for AWS and for AWS China, and holds every call against the synthesized policies. Writes
 * what was found to `docs/conformance.md`; ends with status 1 where a call had no right, a right no call, or a step did not happen.
 */

type Partition = 'aws' | 'aws-cn'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const scratch = mkdtempSync(join(tmpdir(), 'nianbao-conformance-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** The stack of a partition, with a page in place of the portal: where SES is lacking, mail goes by SMTP. */
const synthesize = (partition: Partition) => {
  const [outdir, portalFiles] = [join(scratch, partition, 'out'), join(scratch, partition, 'portal')]
  mkdirSync(portalFiles, { recursive: true })
  writeFileSync(join(portalFiles, 'index.html'), '<!doctype html>')
  const context = {
    issuer: 'https://login.example',
    audience: 'nianbao',
    sender: SENDER,
    ...(partition === 'aws-cn' && { smtpSecret: 'nianbao/smtp' }),
  }
  const { app, stack } = createApp({ outdir, context }, { portalFiles })
  const artifact = app.synth().getStackByName(stack.stackName)
  const template = artifact.template as TemplateJson
  const entryOf = (name: FunctionName): string => {
    const { S3Key } = functionIn(template, name).Code as { S3Key: string }
    return join(outdir, `asset.${S3Key.replace(/\.zip$/, '')}`, `${name}.mjs`)
  }
  return { template, entryOf, file: artifact.templateFullPath }
}

const tools = installTools()
const database = tools.dynamoDbLocal === undefined ? undefined : await startDynamoDbLocal(tools.dynamoDbLocal)
if (database === undefined) say('no Java: the table is the local run’s own, and the contract suites are not run on DynamoDB Local')

const templates: string[] = []

const runIn = async (partition: Partition): Promise<Found['partitions'][number]> => {
  const { template, entryOf, file } = synthesize(partition)
  templates.push(file)
  const local = await startLocalCloud(join(scratch, partition, 'data'), { partition })
  const smtp = await startSmtpServer()
  const { settings } = local.cloud
  const cloud: Cloud = {
    ...local.cloud,
    settings: { ...settings, endpoints: { ...settings.endpoints, ...(database && { dynamodb: database.url }) } },
    names: { ...local.cloud.names, ...(database && { table: `nianbao-${partition}` }) },
    ...(partition === 'aws-cn' && { smtpUrl: smtp.url }),
  }
  if (database) {
    const table = openTable(cloud.names.table, cloud.settings)
    await createTable(table)
    table.client.destroy()
  }
  const core = awsPorts({ [ENVIRONMENT.table]: cloud.names.table }, cloud.settings)
  const deployment = await deploy(template, entryOf, startInRuntime(tools), cloud)
  const steps: string[] = []
  const note = (step: string): void => {
    steps.push(step)
    say(`${partition}: ${step}`)
  }
  let broken: string | undefined
  try {
    await goTheWholeWay({ deployment, cloud, core, say: note })
  } catch (error) {
    broken = String(error instanceof Error ? error.message : error)
    for (const name of FUNCTION_NAMES) if (deployment.calls.has(name)) say(`${name}: ${(await deployment.outputOf(name)).slice(-2000)}`)
  }
  const functions = FUNCTION_NAMES.map((name) => {
    const calls = deployment.calls.get(name)
    const rights = deployment.rightsOf(name)
    return {
      name,
      calls: calls?.length ?? 0,
      rights: rights.length,
      without: withoutRight(rights, calls ?? []),
      unused: calls === undefined ? [] : neverUsed(rights, calls),
    }
  })
  const mails =
    partition === 'aws-cn'
      ? smtp.mails.length
      : (deployment.calls.get('notify-agency') ?? []).filter(({ action, arn }) => action === 'ses:SendEmail' && arn.includes(':identity/'))
          .length
  await deployment.close()
  await smtp.close()
  await local.close()
  return { partition, steps, broken, functions, mails, mailBy: partition === 'aws-cn' ? 'SMTP' : 'SES' }
}

const runContracts = (): Found['contracts'] => {
  if (database === undefined) return undefined
  const { status, stdout } = spawnSync('npx', ['vitest', 'run', 'tests/contracts', '--reporter=json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NIANBAO_TEST_DYNAMODB: database.url },
  })
  const { numPassedTests, numFailedTests } = JSON.parse(stdout.slice(stdout.indexOf('{"numTotal'))) as Record<string, number>
  return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + (status === 0 ? 0 : numFailedTests === 0 ? 1 : 0) }
}

const lint = (template: string): Found['lint'] => {
  const version = sayOf('cfn-lint', '--version')
  if (version === undefined) return undefined
  const { stdout } = spawnSync('cfn-lint', ['--format', 'parseable', '--regions', 'cn-north-1', '--', template], {
    encoding: 'utf8',
  })
  return {
    version,
    lines: stdout
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => line.replace(/^.*?template\.json:/, '')),
  }
}

const found: Found = {
  tools,
  partitions: [await runIn('aws'), await runIn('aws-cn')],
  contracts: runContracts(),
  lint: lint(templates.at(-1) ?? ''),
}
await database?.stop()
const { page, right } = writeFindings(found)
writeFileSync('docs/conformance.md', page)
say(readFileSync('docs/conformance.md', 'utf8'))
process.exit(right ? 0 : 1)
