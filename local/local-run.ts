import { once, setMaxListeners } from 'node:events'
import { serve } from '@hono/node-server'
import { bringForward, EVER } from '../functions/sweep-submissions/bring-forward.ts'
import { FUNCTIONS, type FunctionName, functionSpec, QUEUE_LIMITS, SITE_LIMITS, STEP_QUEUES, SWEEP_LIMITS } from '../shared/pipeline.ts'
import type { Ports as CorePorts } from '../shared/ports/ports.ts'
import { addressOf, type Ports } from './addresses.ts'
import { corePorts, deadLettersUrlOf, queueUrlOf, settingsOf } from './core-ports.ts'
import { takeUp } from './data-form.ts'
import { seedDemo } from './demo.ts'
import { sqsEventSource } from './embedded/sqs-event-source.ts'
import type { OnFault } from './faults.ts'
import { gateway } from './gateway.ts'
import type { CreateHandlers, Handlers } from './handlers.ts'
import { openIdentity } from './identity.ts'
import { fileLog } from './log.ts'
import { keepingMailer, mailPages, openMailbox } from './mailbox.ts'
import { openServiceKey, type ServiceKey } from './service-key.ts'
import { startEach, startServices } from './services.ts'
import { type Account, DEMO_PEOPLE } from './sign-in/people.ts'
import { startSignIn } from './sign-in/server.ts'

const SCHEDULED = { 'detail-type': 'Scheduled Event' }

const startTriggers = (handlers: Handlers, ports: Ports, key: ServiceKey): (() => Promise<void>) => {
  const stop = new AbortController()
  setMaxListeners(0, stop.signal) // every poll waits for it
  const events = sqsEventSource(settingsOf(ports, key))
  const polls: Promise<void>[] = []
  const timers: NodeJS.Timeout[] = []
  for (const name of Object.keys(FUNCTIONS) as FunctionName[]) {
    const { trigger } = functionSpec(name)
    if ('queue' in trigger) {
      const take = 'together' in trigger ? trigger.together : { atMost: QUEUE_LIMITS.batchSize }
      polls.push(events.poll(queueUrlOf(ports, trigger.queue), take, handlers[name], stop.signal))
    }
    if ('deadLetters' in trigger)
      for (const queue of STEP_QUEUES)
        polls.push(events.poll(deadLettersUrlOf(ports, queue), { atMost: QUEUE_LIMITS.batchSize }, handlers[name], stop.signal))
    if ('everyMinutes' in trigger)
      timers.push(setInterval(() => void handlers[name](SCHEDULED).catch(() => {}), trigger.everyMinutes * 60_000))
  }
  return async () => {
    for (const timer of timers) clearInterval(timer)
    stop.abort()
    await Promise.allSettled(polls)
  }
}

/** Longer than a mail stands as being sent by a delivery that died. */
const LOOK_AGAIN_MILLISECONDS = 100_000

/**
 * Queues live in memory: all that was owed anywhere when the last run ended is announced again, as if it had stood for long. That a run ended is no fault of
 * a step; and sweep looks again soon, as the last run may have been killed while it was sending a mail, which stands as being sent for a while.
 */
export const resume = async (createHandlers: CreateHandlers, ports: CorePorts): Promise<void> => {
  const later = () => new Date(Date.now() + (SWEEP_LIMITS.stalledMinutes + 1) * 60_000)
  const soon = () => new Date(Date.now() + LOOK_AGAIN_MILLISECONDS).toISOString()
  await bringForward(ports, new Date())
  const owed: CorePorts['owed'] = {
    ...ports.owed,
    due: (_, limit) => ports.owed.due(EVER, limit),
    putOff: (submission) => ports.owed.putOff(submission, soon(), false),
  }
  await createHandlers({ ...ports, owed, clock: { now: later } })['sweep-submissions'](SCHEDULED)
}

/** Nobody else is at the lists: whoever was, ended with the last run. */
const writeOwedLists = (createHandlers: CreateHandlers, ports: CorePorts): Promise<unknown> => {
  const later = () => new Date(Date.now() + (SITE_LIMITS.rebuildMinutes + 1) * 60_000)
  return createHandlers({ ...ports, clock: { now: later } })['index-site'](SCHEDULED)
}

const listen = async (fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<() => Promise<void>> => {
  const server = serve({ fetch, port, hostname: '127.0.0.1' })
  await once(server, 'listening')
  return async () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
}

type Run = {
  /** The data folder. */
  readonly folder: string
  readonly ports: Ports
  /** The folder of the built portal. */
  readonly portal: string
  /** Where portal and API listen; another port than the portal's where something else stands in front of them. */
  readonly gatewayPort?: number
  readonly createHandlers: CreateHandlers
  /** Who can sign in. */
  readonly people?: readonly Account[]
  readonly onFault?: OnFault
}

/** Starts the whole: services, functions with their triggers, portal and mailbox. Returns what stops it. */
export const startLocalRun = async ({
  folder,
  ports,
  portal,
  gatewayPort = ports.portal,
  createHandlers,
  people = DEMO_PEOPLE,
  onFault = console.error,
}: Run): Promise<() => Promise<void>> => {
  const mailbox = await openMailbox(`${folder}/mail`)
  const identity = await openIdentity(folder, addressOf(ports.signIn))
  const key = await openServiceKey(folder)
  const base = corePorts(ports, key, fileLog(`${folder}/functions.log`))
  const wired: CorePorts = { ...base, mailer: keepingMailer(base.mailer, mailbox) }
  const handlers = createHandlers(wired)
  return startEach([
    () => startServices(folder, ports, onFault),
    async () => {
      await seedDemo(base.agencies)
      await takeUp(folder, base)
      await writeOwedLists(createHandlers, wired)
      const stopTriggers = startTriggers(handlers, ports, key)
      await resume(createHandlers, wired)
      return stopTriggers
    },
    () => startSignIn({ folder, ports, key, identity, people, onFault }),
    () => listen(mailPages(mailbox).fetch, ports.mail),
    () =>
      listen(
        gateway(handlers, identity, { portalFolder: portal, issuer: addressOf(ports.signIn), uploads: addressOf(ports.objects) }).fetch,
        gatewayPort,
      ),
  ])
}
