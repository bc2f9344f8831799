import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { context } from 'esbuild'
import getPort from 'get-port'
import { createServer as createPortal } from 'vite'
import { addressLines } from './address-lines.ts'
import { addressOf, choosePorts } from './addresses.ts'
import { localRunFrom } from './bundle-options.ts'
import { openIdentity } from './identity.ts'
import { takeFolder } from './take-folder.ts'

/** `npm run dev [-- --port N] [--data DIR]`: the local run, restarted on every change with its data and ports, behind Vite's portal. */
const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string', default: '.nianbao' } } })
const data = resolve(values.data)
const BUILT_PORTAL = resolve('dist/portal')
const BUNDLE = 'dist/dev'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const taken = await takeFolder(data)
if (taken === undefined || 'runsAt' in taken) {
  process.stderr.write(`${data} is in use${taken ? ` at ${addressOf(taken.runsAt.portal)}/` : ''}\n`)
  process.exit(2)
}
const ports = await choosePorts(data, values.port === undefined ? undefined : Number(values.port))
const gatewayPort = await getPort({ host: '127.0.0.1', exclude: Object.values(ports) })

let running: ChildProcess | undefined
const stopRun = async (): Promise<void> => {
  if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
  const ended = once(running, 'exit')
  running.kill('SIGTERM')
  await ended
}

let starts = 0
/** Ends the run that stands and starts the one that was just bundled. */
const restart = async (): Promise<void> => {
  const began = Date.now()
  await stopRun()
  const child = fork(`${BUNDLE}/dev-run.js`, [data, BUILT_PORTAL, String(gatewayPort)], {
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  })
  running = child
  const up = await Promise.race([once(child, 'message').then(() => true), once(child, 'exit').then(() => false)])
  if (!up) return say('the run has ended; it starts again with the next change')
  if (starts++ === 0) for (const line of await addressLines(ports, await openIdentity(data))) say(line)
  else say(`restarted in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** One restart after the other; changes that come meanwhile make one more together. */
let [restarting, again]: [Promise<void> | undefined, boolean] = [undefined, false]
const changed = (): void => {
  again = true
  restarting ??= (async () => {
    while (again) {
      again = false
      await restart()
    }
    restarting = undefined
  })()
}

const bundling = await context({
  ...localRunFrom('local/dev-run.ts', BUNDLE),
  plugins: [{ name: 'restart', setup: ({ onEnd }) => onEnd(({ errors }) => (errors.length === 0 ? changed() : undefined)) }],
})
await bundling.watch()

const gateway = { target: addressOf(gatewayPort) }
const server = createServer()
// Within a server of ours, for by itself Vite would end the process on a signal before the rest has stopped.
const portal = await createPortal({
  root: 'portal',
  server: {
    middlewareMode: true,
    hmr: { server },
    // What the build lays beside the page comes from the last build.
    proxy: { '/api': gateway, '/config.js': gateway, '/cmaps': gateway },
  },
})
server.on('request', portal.middlewares)
server.listen(ports.portal, '127.0.0.1')
await once(server, 'listening')

let stopping = false
const stopAll = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  server.close()
  server.closeAllConnections()
  await Promise.all([bundling.dispose(), portal.close()])
  await restarting
  await stopRun()
  await taken.release()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stopAll())
