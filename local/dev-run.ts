import { pathToFileURL } from 'node:url'
import { FUNCTION_NAMES } from '../shared/pipeline.ts'
import { readPorts } from './addresses.ts'
import { corePorts } from './core-ports.ts'
import type { CreateHandlers, Handlers } from './handlers.ts'
import { resume, startLocalRun } from './local-run.ts'
import { openServiceKey } from './service-key.ts'

/**
 * The local run as `npm run dev` starts it, on a folder that is taken and ports that are chosen already. Its functions are a bundle of
 * their own, loaded anew whenever the process that started this one says so: services, queues and what lies in them go on.
 */
const [folder = '', portal = '', gatewayPort = '', bundle = ''] = process.argv.slice(2)
const ports = await readPorts(folder)
if (ports === undefined) throw new Error(`${folder} has no addresses`)

type Functions = typeof import('./dev-functions.ts')

let loads = 0
/** An address that was imported once would give the same module again. */
const load = async (): Promise<Functions> => import(`${pathToFileURL(bundle)}?${loads++}`)
let functions = await load()

/** Handlers that are always those of the bundle that was loaded last. */
const createHandlers: CreateHandlers = (wired) => {
  const made = new WeakMap<Functions, Handlers>()
  const latest = (): Handlers => {
    const handlers = made.get(functions) ?? functions.createHandlers(wired)
    made.set(functions, handlers)
    return handlers
  }
  return Object.fromEntries(FUNCTION_NAMES.map((name) => [name, (event: unknown) => latest()[name](event)])) as Handlers
}

const stop = await startLocalRun({ folder, ports, portal, gatewayPort: Number(gatewayPort), createHandlers })
const core = corePorts(ports, await openServiceKey(folder))
await functions.renderAgain(core)
process.send?.('ready')

process.on('message', async () => {
  try {
    functions = await load()
    await functions.renderAgain(core)
    await resume(createHandlers, core) // What failed for a fault that is now mended goes on.
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  }
  process.send?.('reloaded')
})

process.on('SIGINT', () => {}) // Ctrl-C reaches this process too; the one that started it says when to stop.
await new Promise((resolve) => ['SIGTERM', 'disconnect'].map((signal) => process.once(signal, resolve)))
await stop()
process.exit(0)
