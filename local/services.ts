import { once } from 'node:events'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildApp } from 'fauxqs'
import type { AwsSettings } from '../functions/aws/settings.ts'
import { FUNCTIONS, type FunctionName, functionSpec, QUEUE_LIMITS, QUEUES, type QueueName, UPLOAD_PREFIX } from '../shared/pipeline.ts'
import type { Log } from '../shared/ports/log.ts'
import { addressOf, type Ports } from './addresses.ts'
import { NAMES, queueUrlOf, REGION, settingsOf } from './core-ports.ts'
import { makeFolder } from './durable-files.ts'
import { noteCleanEnd, takeCleanEnd } from './embedded/clean-end.ts'
import { guard } from './embedded/door.ts'
import { sqsEventSource } from './embedded/sqs-event-source.ts'
import { openTableDatabase } from './embedded/table-database.ts'
import { describeTable, mendIndexes } from './embedded/table-indexes.ts'
import type { OnFault } from './faults.ts'
import { fileLog } from './log.ts'
import { startObjectStore } from './object-store/server.ts'
import { openServiceKey, type ServiceKey } from './service-key.ts'

/** A CommonJS module whose default export an import would wrap once more. */
const { default: startMailService }: typeof import('aws-ses-v2-local') = createRequire(import.meta.url)('aws-ses-v2-local')

const closing = (server: Server) => async () => {
  server.closeAllConnections()
  server.close()
}

/** The check reads every item: after a clean end by the same description of the table it is left out. */
const checkIndexes = async (store: DynaliteStore, endedCleanly: boolean, log: Log): Promise<void> => {
  const { table, changed } = await describeTable(store, NAMES.table)
  if (endedCleanly && !changed) return
  const mended = await mendIndexes(store, table)
  log.info('table indexes checked', { mended })
}

const startTable = async (folder: string, ports: Ports, key: ServiceKey, onFault: OnFault, log: Log) => {
  await makeFolder(folder)
  const endedCleanly = await takeCleanEnd(folder)
  const { store, server } = await openTableDatabase(folder, onFault)
  await checkIndexes(store, endedCleanly, log)
  guard(server, { region: REGION, credentials: key, service: 'dynamodb' })
  server.listen(ports.table, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    // Ended only when the database behind it is closed too, so that the next run can open it.
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    await noteCleanEnd(folder).catch(onFault) // without the note the next start checks the table
  }
}

/** Messages come again sooner than in the cloud, where a function may run for minutes. */
const VISIBILITY_SECONDS = 30

const startQueues = async (ports: Ports, key: ServiceKey) => {
  const app = buildApp({ logger: false, defaultRegion: REGION })
  guard(app.server, { region: REGION, credentials: key, service: 'sqs' })
  await app.listen({ port: ports.queues, host: '127.0.0.1' })
  const queues = sqsEventSource(settingsOf(ports, key))
  for (const queue of QUEUES)
    await queues.createQueue(queue, { maxReceives: QUEUE_LIMITS.maxReceives, visibilitySeconds: VISIBILITY_SECONDS })
  return async () => void (await app.close())
}

const uploadsQueue = (): QueueName => {
  const name = (Object.keys(FUNCTIONS) as FunctionName[]).find((each) => 'uploads' in functionSpec(each).trigger)
  const trigger = name && functionSpec(name).trigger
  if (trigger === undefined || !('queue' in trigger)) throw new Error('no function takes the uploads')
  return trigger.queue
}

const startObjects = async (folder: string, ports: Ports, settings: AwsSettings, onFault: OnFault) => {
  const { credentials, region = '' } = settings
  const events = sqsEventSource(settings)
  const store = await startObjectStore({
    folder,
    port: ports.objects,
    sitePort: ports.site,
    region,
    credentials: credentials ?? { accessKeyId: '', secretAccessKey: '' },
    buckets: [
      { name: NAMES.uploads, versioned: true, corsOrigins: [addressOf(ports.portal)], tellsOf: (key) => key.startsWith(UPLOAD_PREFIX) },
      { name: NAMES.site, public: true, website: { index: 'index.html', error: '404.html' }, tellsOf: () => false },
    ],
    onFault,
    onObjectCreated: (event) => events.send(queueUrlOf(ports, uploadsQueue()), JSON.stringify(event)),
  })
  return () => store.close()
}

const startMail = async ({ ses }: Ports, key: ServiceKey) => {
  const server = await startMailService({ host: '127.0.0.1', port: ses })
  // It is silent where it cannot listen; that somebody has the port is the one reason that comes up.
  if (!server.listening) throw Object.assign(new Error(`the port ${ses} is taken`), { code: 'EADDRINUSE' })
  guard(server, { region: REGION, credentials: key, service: 'ses' })
  return closing(server)
}

type Stop = () => Promise<void>

/** Starts one after the other, and returns what stops all again, the last one first; where one cannot start, none is left running. */
export const startEach = async (starts: readonly (() => Promise<Stop>)[]): Promise<Stop> => {
  const stops: Stop[] = []
  const stopAll = async () => {
    for (const stop of stops.toReversed()) await stop()
  }
  try {
    for (const start of starts) stops.push(await start())
  } catch (error) {
    await stopAll()
    throw error
  }
  return stopAll
}

/** Starts object store, table, queues and mail under a data folder; returns what stops them again. */
export const startServices = async (folder: string, ports: Ports, onFault: OnFault = console.error): Promise<Stop> => {
  const key = await openServiceKey(folder)
  return startEach([
    () => startTable(join(folder, 'table'), ports, key, onFault, fileLog(`${folder}/functions.log`)),
    () => startQueues(ports, key),
    () => startObjects(join(folder, 'objects'), ports, settingsOf(ports, key), onFault),
    () => startMail(ports, key),
  ])
}
