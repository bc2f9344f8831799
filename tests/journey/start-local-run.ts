import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressOf, onChosenPorts, type Ports } from '../../local/addresses.ts'
import { corePorts } from '../../local/core-ports.ts'
import { createHandlers } from '../../local/handlers.ts'
import { type Identity, openIdentity } from '../../local/identity.ts'
import { startLocalRun } from '../../local/local-run.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { type Account, DEMO_PEOPLE } from '../../local/sign-in/people.ts'
import type { Ports as CorePorts } from '../../shared/ports/ports.ts'
import { freePorts } from '../free-ports.ts'

const PORTAL = fileURLToPath(new URL('../../dist/portal', import.meta.url))

export type LocalRun = {
  readonly folder: string
  readonly ports: Ports
  readonly identity: Identity
  /** Who can sign in; may be added to. */
  readonly people: Account[]
  /** The stores themselves, to look at what is kept. */
  readonly core: CorePorts
  readonly portal: string
  readonly site: string
  readonly mail: string
  stop(): Promise<void>
  /** Stops, and removes the data folder. */
  end(): Promise<void>
}

/** The whole local run within the process of the test; on the folder and the ports of an earlier one where given. */
export const startRun = async (earlier?: Pick<LocalRun, 'folder' | 'ports'>): Promise<LocalRun> => {
  const folder = earlier?.folder ?? (await mkdtemp(join(tmpdir(), 'nianbao-journey-')))
  const people = [...DEMO_PEOPLE]
  const { ports, started: stop } = await onChosenPorts(
    async () => earlier?.ports ?? (await freePorts()),
    (chosen) => startLocalRun({ folder, ports: chosen, portal: PORTAL, createHandlers, people }),
  )
  return {
    folder,
    ports,
    people,
    identity: await openIdentity(folder, addressOf(ports.signIn)),
    core: corePorts(ports, await openServiceKey(folder)),
    portal: addressOf(ports.portal),
    site: addressOf(ports.site),
    mail: addressOf(ports.mail),
    stop,
    async end() {
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}
