import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import getPort from 'get-port'
import { createServer as createPortal } from 'vite'
import { addressLines } from './address-lines.ts'
import { addressOf, choosePorts, notePorts } from './addresses.ts'
import { openBundle } from './dev-bundle.ts'
import { takeFolder } from './take-folder.ts'

/** `npm run dev [-- --port N] [--data DIR]`: the local run, which takes up every change of the sources, behind Vite's portal. */
const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string', default: '.nianbao' } } })
const data = resolve(values.data)
const BUILT_PORTAL = resolve('dist/portal')

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const taken = await takeFolder(data)
if (taken === undefined || 'runsAt' in taken) {
  process.stderr.write(`${data} is in use${taken ? ` at ${addressOf(taken.runsAt.portal)}/` : ''}\n`)
  process.exit(2)
}
const ports = await choosePorts(data, values.port === undefined ? undefined : Number(values.port))
await notePorts(data, ports)
const gatewayPort = await getPort({ host: '127.0.0.1', exclude: Object.values(ports) })

const run = await openBundle('local/dev-run.ts', 'dist/dev')
const functions = await openBundle('local/dev-functions.ts', 'dist/dev')

let running: ChildProcess | undefined
const isUp = (child: ChildProcess | undefined): child is ChildProcess =>
  child !== undefined && child.exitCode === null && child.signalCode === null

/** Waits until the run says that it did what it was told; false where it ended instead. */
const done = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolved) => {
    const told = (): void => settle(true)
    const ended = (): void => settle(false)
    const settle = (did: boolean): void => {
      child.off('message', told).off('exit', ended)
      resolved(did)
    }
    child.once('message', told).once('exit', ended)
  })

const stopRun = async (): Promise<void> => {
  if (!isUp(running)) return
  const ended = once(running, 'exit')
  running.kill('SIGTERM')
  await ended
}

/** Ends the run that stands, and starts the one that was just bundled. */
const restart = async (): Promise<boolean> => {
  await stopRun()
  running = fork(run.path, [data, BUILT_PORTAL, String(gatewayPort), functions.path], {
    execArgv: ['--enable-source-maps'],
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  })
  return done(running)
}

let starts = 0
/** Takes up what was changed: functions within the run as it stands, anything else by a new run. */
const update = async (began: number): Promise<void> => {
  const [ofRun, ofFunctions] = await Promise.all([run.rebuild(), functions.rebuild()])
  if (ofRun === 'broken' || ofFunctions === 'broken') return
  const reloads = ofRun === 'same' && isUp(running)
  if (reloads && ofFunctions === 'same') return
  if (reloads) running?.send('reload')
  if (!(await (reloads && running ? done(running) : restart()))) return say('the run has ended; it starts again with the next change')
  if (starts++ === 0) for (const line of addressLines(ports)) say(line)
  else say(`${reloads ? 'functions loaded anew' : 'restarted'} in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

/** One update after the other; changes that come meanwhile make one more together. */
let [updating, again]: [Promise<void> | undefined, boolean] = [undefined, false]
const changed = (): void => {
  const began = Date.now()
  again = true
  updating ??= (async () => {
    while (again) {
      again = false
      await update(began)
    }
    updating = undefined
  })()
}

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

// Vite watches already, and tells at once what esbuild's own watching would find within two seconds.
portal.watcher.add(['functions', 'shared', 'local'].map((folder) => resolve(folder)))
portal.watcher.on('all', changed)
changed()

let stopping = false
const stopAll = async (): Promise<void> => {
  if (stopping) return
  stopping = true
  server.close()
  server.closeAllConnections()
  await Promise.all([run.dispose(), functions.dispose(), portal.close()])
  await updating
  await stopRun()
  await taken.release()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stopAll())
