import { randomInt } from 'node:crypto'
import getPort from 'get-port'
import type { Ports } from '../local/addresses.ts'

/** Below the ports that systems give to outgoing connections: between choosing one and listening on it nobody else gets it by chance. */
const [FIRST, LAST] = [10_000, 32_000]

/** A port that nobody listens on, and that the usual ones of a run are not among. */
export const freePort = (): Promise<number> =>
  getPort({ host: '127.0.0.1', port: Array.from({ length: 20 }, () => randomInt(FIRST, LAST)) })

/** Ports for a whole run: test files run at the same time, and the usual ones may be somebody's. */
export const freePorts = async (): Promise<Ports> => ({
  portal: await freePort(),
  site: await freePort(),
  mail: await freePort(),
  signIn: await freePort(),
  objects: await freePort(),
  table: await freePort(),
  queues: await freePort(),
  ses: await freePort(),
})
