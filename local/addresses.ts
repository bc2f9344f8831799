import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import getPort from 'get-port'
import { z } from 'zod'
import { writeDurably } from './durable-files.ts'

const SERVICES = ['portal', 'site', 'mail', 'signIn', 'objects', 'table', 'queues', 'ses'] as const
type Service = (typeof SERVICES)[number]

/** The port of every service of a run. */
export type Ports = Readonly<Record<Service, number>>

/** Those that a person or a browser calls have usual ports; the others are the run's own, and stand wherever nobody looks for them. */
const DEFAULTS = { portal: 8080, site: 8081, mail: 8082, objects: 8083, signIn: 8084 } as const satisfies Partial<Ports>

/** Below the ports that systems give to outgoing connections: between choosing one and listening on it nobody else gets it by chance. */
const anyPorts = (): number[] => Array.from({ length: 20 }, () => randomInt(10_000, 32_000))

const Chosen = z.object(Object.fromEntries(SERVICES.map((service) => [service, z.number()])) as Record<Service, z.ZodNumber>)
/** Runs before there was a sign-in have no port for it. */
const Stored = Chosen.extend({ signIn: z.number().default(DEFAULTS.signIn) })

const HOST = '127.0.0.1'
export const addressOf = (port: number): string => `http://${HOST}:${port}`

const file = (folder: string): string => join(folder, 'addresses.json')

/** The ports of the last run on this data folder; undefined where there was none. */
export const readPorts = async (folder: string): Promise<Ports | undefined> => {
  try {
    return Stored.parse(JSON.parse(await readFile(file(folder), 'utf8')))
  } catch {
    return undefined // no run yet, or a half-written file: any ports will do
  }
}

/** Ports for a run: those of the last run, else the usual ones, else any that are free; for what nobody calls, others each time. */
export const choosePorts = async (folder: string, portal?: number): Promise<Ports> => {
  const earlier = await readPorts(folder)
  const chosen: Partial<Record<Service, number>> = {}
  for (const service of SERVICES) {
    const usual = (DEFAULTS as Partial<Ports>)[service]
    const wanted = service === 'portal' && portal !== undefined ? portal : (earlier?.[service] ?? usual)
    const port = usual === undefined || wanted === undefined ? anyPorts() : [wanted, usual]
    chosen[service] = await getPort({ host: HOST, port, exclude: Object.values(chosen) })
  }
  return Chosen.parse(chosen)
}

/** Notes in the data folder where its run is to be found. */
export const notePorts = (folder: string, ports: Ports): Promise<void> => writeDurably(file(folder), JSON.stringify(ports, null, 2))

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'

/** Starts what listens on chosen ports: on others, some times, where somebody took one of them between choosing and listening. */
export const onChosenPorts = async <Started>(
  choose: () => Promise<Ports>,
  start: (ports: Ports) => Promise<Started>,
  tries = 5,
): Promise<{ readonly ports: Ports; readonly started: Started }> => {
  const ports = await choose()
  try {
    return { ports, started: await start(ports) }
  } catch (error) {
    if (tries <= 1 || !isTaken(error)) throw error
    return onChosenPorts(choose, start, tries - 1)
  }
}

/** Whether the portal of a run answers at its address. */
export const isRunning = async ({ portal }: Ports): Promise<boolean> => {
  const answer = await fetch(`${addressOf(portal)}/config.js`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
  return answer !== undefined && (await answer.text()).includes('NIANBAO')
}
