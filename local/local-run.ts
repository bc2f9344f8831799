import { once } from 'node:events'
import { serve } from '@hono/node-server'
import { awsPorts } from '../functions/aws/aws-ports.ts'
import { ENVIRONMENT, FUNCTIONS, type FunctionName, functionSpec, QUEUE_LIMITS, QUEUES, SWEEP_LIMITS } from '../shared/pipeline.ts'
import type { Ports as CorePorts } from '../shared/ports/ports.ts'
import { addressOf, type Ports } from './addresses.ts'
import { seedDemo } from './demo.ts'
import { sqsEventSource } from './embedded/sqs-event-source.ts'
import { gateway } from './gateway.ts'
import { createHandlers, type Handlers } from './handlers.ts'
import { openIdentity } from './identity.ts'
import { fileLog } from './log.ts'
import { keepingMailer, mailPages, openMailbox } from './mailbox.ts'
import { NAMES, queueUrlOf, settingsOf, startEach, startServices } from './services.ts'

/** The variables that bind the functions to their resources, as the stack sets them in the cloud. */
export const environmentOf = (ports: Ports): Record<string, string> => ({
  [ENVIRONMENT.uploadsBucket]: NAMES.uploads,
  [ENVIRONMENT.siteBucket]: NAMES.site,
  [ENVIRONMENT.table]: NAMES.table,
  [ENVIRONMENT.mailSender]: '年报平台 <nianbao@example.gov.cn>',
  [ENVIRONMENT.siteUrl]: addressOf(ports.site),
  [ENVIRONMENT.portalUrl]: addressOf(ports.portal),
  ...Object.fromEntries(QUEUES.map((queue) => [ENVIRONMENT.queueUrl(queue), queueUrlOf(ports, queue)])),
})

/** The core's ports on the services of a run, whether this process or another started them. */
export const corePorts = (ports: Ports, log?: CorePorts['log']): CorePorts =>
  awsPorts(environmentOf(ports), { ...settingsOf(ports), ...(log && { log }) })

const SCHEDULED = { 'detail-type': 'Scheduled Event' }

const startTriggers = (handlers: Handlers, ports: Ports): (() => Promise<void>) => {
  const stop = new AbortController()
  const events = sqsEventSource(settingsOf(ports))
  const polls: Promise<void>[] = []
  const timers: NodeJS.Timeout[] = []
  for (const name of Object.keys(FUNCTIONS) as FunctionName[]) {
    const { trigger } = functionSpec(name)
    if ('queue' in trigger) polls.push(events.poll(queueUrlOf(ports, trigger.queue), QUEUE_LIMITS.batchSize, handlers[name], stop.signal))
    if ('everyMinutes' in trigger)
      timers.push(setInterval(() => void handlers[name](SCHEDULED).catch(() => {}), trigger.everyMinutes * 60_000))
  }
  return async () => {
    for (const timer of timers) clearInterval(timer)
    stop.abort()
    await Promise.allSettled(polls)
  }
}

/** ISO instants sort as text; this one stands after all of them. */
const EVER = '9'

/** Queues live in memory: all that was owed anywhere when the last run ended is announced again, as if it had stood for long. */
const resume = async (ports: CorePorts): Promise<void> => {
  const later = () => new Date(Date.now() + (SWEEP_LIMITS.stalledMinutes + 1) * 60_000)
  while (await ports.owed.takeInOlder(new Date().toISOString()));
  const owed = { ...ports.owed, due: (_: string, limit: number) => ports.owed.due(EVER, limit) }
  await createHandlers({ ...ports, owed, clock: { now: later } })['sweep-submissions'](SCHEDULED)
}

const listen = async (fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<() => Promise<void>> => {
  const server = serve({ fetch, port, hostname: '127.0.0.1' })
  await once(server, 'listening')
  return async () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
}

/**
 * Starts the whole: services, functions with their triggers, portal and mailbox. `portal` is the folder of the built portal; portal and API
 * listen at `gatewayPort` where something else stands in front of them. Returns what stops it.
 */
export const startLocalRun = async (
  folder: string,
  ports: Ports,
  portal: string,
  gatewayPort: number = ports.portal,
): Promise<() => Promise<void>> => {
  const mailbox = await openMailbox(`${folder}/mail`)
  const identity = await openIdentity(folder)
  const base = corePorts(ports, fileLog(`${folder}/functions.log`))
  const wired: CorePorts = { ...base, mailer: keepingMailer(base.mailer, mailbox) }
  const handlers = createHandlers(wired)
  return startEach([
    () => startServices(folder, ports),
    async () => {
      await seedDemo(base.agencies)
      const stopTriggers = startTriggers(handlers, ports)
      await resume(wired)
      return stopTriggers
    },
    () => listen(mailPages(mailbox).fetch, ports.mail),
    () => listen(gateway(handlers, identity, portal).fetch, gatewayPort),
  ])
}
