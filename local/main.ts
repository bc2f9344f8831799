import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { addressLines } from './address-lines.ts'
import { addressOf, choosePorts, onChosenPorts, type Ports } from './addresses.ts'
import { type Identity, openIdentity } from './identity.ts'
import { corePorts, startLocalRun } from './local-run.ts'
import { submitFiles } from './once.ts'
import { takeFolder } from './take-folder.ts'

const USAGE = '用法: npm start [-- --port N] [--data DIR] [--once FILE...]\n'

/** Beside this file once both are built into `dist/`. */
const PORTAL = fileURLToPath(new URL('../portal', import.meta.url))

type Options = { readonly port: number | undefined; readonly data: string; readonly once: boolean; readonly files: readonly string[] }

const optionsOf = (args: string[]): Options | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string' }, data: { type: 'string', default: '.nianbao' }, once: { type: 'boolean', default: false } },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    const portIsRight = port === undefined || (Number.isInteger(port) && port > 0 && port < 65_536)
    return portIsRight && values.once === positionals.length > 0
      ? { port, data: resolve(values.data), once: values.once, files: positionals }
      : undefined
  } catch {
    return undefined
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const started = Date.now()
const sayStep = (step: string): void => say(`${((Date.now() - started) / 1000).toFixed(2).padStart(6)}s  ${step}`)

const submitAll = async (ports: Ports, identity: Identity, files: readonly string[]): Promise<number> => {
  const { results, complete } = await submitFiles({ ports, identity, core: corePorts(ports), say: sayStep }, files)
  say(JSON.stringify({ submissions: results }))
  return complete ? 0 : 1
}

/** Beside a run that has the folder: a `--once` submits to it, a plain start says where it is. */
const besideAnother = async ({ data, once, files }: Options, ports: Ports): Promise<number> => {
  if (once) return submitAll(ports, await openIdentity(data), files)
  process.stderr.write(`数据目录 ${data} 正由另一个进程使用,请打开 ${addressOf(ports.portal)}/\n`)
  return 2
}

const untilStopped = (): Promise<unknown> =>
  new Promise((resolved) => ['SIGINT', 'SIGTERM'].map((signal) => process.once(signal, resolved)))

// The SDK would say at every start that it means to leave Node 20 one day; the versions here are pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2))
  if (options === undefined) {
    process.stderr.write(USAGE)
    return 2
  }
  const taken = await takeFolder(options.data)
  if (taken === undefined) {
    process.stderr.write(`数据目录 ${options.data} 正由另一个进程使用,它没有应答\n`)
    return 2
  }
  if ('runsAt' in taken) return besideAnother(options, taken.runsAt)
  const { ports, started: stop } = await onChosenPorts(
    () => choosePorts(options.data, options.port),
    (chosen) => startLocalRun(options.data, chosen, PORTAL),
  )
  const identity = await openIdentity(options.data)
  for (const line of await addressLines(ports, identity)) say(line)
  const status = options.once ? await submitAll(ports, identity, options.files) : await untilStopped().then(() => 0)
  await stop()
  await taken.release()
  return status
}

process.exit(await main())
