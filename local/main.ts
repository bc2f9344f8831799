import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { addressOf, type Ports } from './addresses.ts'
import { sentenceOf } from './faults.ts'
import type { Options } from './serve-or-submit.ts'
import { takeFolder, whoHas } from './take-folder.ts'

const USAGE = '用法: npm start [-- --port N] [--data DIR] [--once FILE...]\n'

/** Beside this file once both are built into `dist/`. */
const PORTAL = fileURLToPath(new URL('../portal', import.meta.url))

const optionsOf = (args: string[]): Options | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { port: { type: 'string' }, data: { type: 'string', default: '.nianbao' }, once: { type: 'boolean', default: false } },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    const portIsRight = port === undefined || (Number.isInteger(port) && port > 0 && port < 65_536)
    const dataIsRight = values.data !== '' // as an unset variable gives, which would make a data folder of wherever one stands
    return portIsRight && dataIsRight && values.once === positionals.length > 0
      ? { port, data: resolve(values.data), once: values.once, files: positionals }
      : undefined
  } catch {
    return undefined
  }
}

/** Beside a run that has the folder: a `--once` submits to it, a plain start says where it is. */
const besideAnother = async ({ data, once, files }: Options, ports: Ports): Promise<number> => {
  if (once) return (await import('./submit-all.ts')).submitAll(data, ports, files)
  process.stderr.write(`数据目录 ${data} 正由另一个进程使用,请打开 ${addressOf(ports.portal)}/\n`)
  return 2
}

// The SDK would say at every start that it means to leave Node 20 one day; the versions here are pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

const run = async (options: Options): Promise<number> => {
  const { data } = options
  const before = await whoHas(data)
  if (before !== undefined) return besideAnother(options, before)
  // SDKs and services take a second to load: not where they are not needed, and not under the lock, which lapses when it is not refreshed.
  const { serveOrSubmit } = await import('./serve-or-submit.ts')
  let lose: () => void = () => {}
  const lost = new Promise<void>((resolved) => {
    lose = resolved
  })
  const taken = await takeFolder(data, { onLost: () => lose() })
  if (taken === undefined) {
    tell(`数据目录 ${data} 正由另一个进程使用,它没有应答`)
    return 2
  }
  if ('runsAt' in taken) return besideAnother(options, taken.runsAt)
  try {
    return await serveOrSubmit(options, { portal: PORTAL, lost, tell })
  } finally {
    await taken.release()
  }
}

const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2))
  if (options === undefined) {
    process.stderr.write(USAGE)
    return 2
  }
  try {
    return await run(options)
  } catch (error) {
    tell(sentenceOf(error, options.data) ?? `无法启动:${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

process.exit(await main())
