import { addressLines } from './address-lines.ts'
import { choosePorts, onChosenPorts } from './addresses.ts'
import { createHandlers } from './handlers.ts'
import { openIdentity } from './identity.ts'
import { startLocalRun } from './local-run.ts'
import { submitAll } from './submit-all.ts'

/** What `npm start` was asked for: to serve until it is stopped, or with `once` to submit files and end. */
export type Options = {
  readonly port: number | undefined
  readonly data: string
  readonly once: boolean
  readonly files: readonly string[]
}

const untilStopped = (): Promise<unknown> =>
  new Promise((resolved) => ['SIGINT', 'SIGTERM'].map((signal) => process.once(signal, resolved)))

/** Starts the run on a folder that is taken, serves or submits, and stops it; returns the exit status. `portal` is the folder of the built portal. */
export const serveOrSubmit = async ({ data, port, once, files }: Options, portal: string): Promise<number> => {
  const { ports, started: stop } = await onChosenPorts(
    () => choosePorts(data, port),
    (chosen) => startLocalRun({ folder: data, ports: chosen, portal, createHandlers }),
  )
  for (const line of await addressLines(ports, await openIdentity(data))) process.stdout.write(`${line}\n`)
  const status = once ? await submitAll(data, ports, files) : await untilStopped().then(() => 0)
  await stop()
  return status
}
