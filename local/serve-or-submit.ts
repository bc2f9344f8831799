import { addressLines } from './address-lines.ts'
import { choosePorts, notePorts, onChosenPorts } from './addresses.ts'
import { faultTeller, type OnFault } from './faults.ts'
import { createHandlers } from './handlers.ts'
import { startLocalRun } from './local-run.ts'
import { fileLog } from './log.ts'
import { submitAll } from './submit-all.ts'

/** What `npm start` was asked for: to serve until it is stopped, or with `once` to submit files and end. */
export type Options = {
  readonly port: number | undefined
  readonly data: string
  readonly once: boolean
  readonly files: readonly string[]
}

type Around = {
  /** The folder of the built portal. */
  readonly portal: string
  /** Resolved when another process has the folder. */
  readonly lost: Promise<void>
  /** Says one sentence to the person. */
  readonly tell: (sentence: string) => void
}

/** Resolved with the exit status when somebody stops the run, or it cannot go on. */
const untilEnded = (data: string, { lost, tell }: Around, onFault: OnFault): Promise<number> =>
  new Promise((resolved) => {
    const cannotGoOn = (error: unknown): void => {
      fileLog(`${data}/functions.log`).error('the run cannot go on', {}, error)
      onFault(error)
      resolved(1)
    }
    for (const event of ['uncaughtException', 'unhandledRejection']) process.on(event, cannotGoOn)
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => resolved(0))
    void lost.then(() => {
      tell(`数据目录 ${data} 已由另一个进程接管,这里停止运行`)
      resolved(2)
    })
  })

/** Starts the run on a folder that is taken, serves or submits, and stops it; returns the exit status. */
export const serveOrSubmit = async ({ data, port, once, files }: Options, around: Around): Promise<number> => {
  const onFault = faultTeller(data, around.tell)
  const ended = untilEnded(data, around, onFault)
  const { ports, started: stop } = await onChosenPorts(
    () => choosePorts(data, port),
    (chosen) => startLocalRun({ folder: data, ports: chosen, portal: around.portal, createHandlers, onFault }),
  )
  await notePorts(data, ports)
  for (const line of addressLines(ports)) process.stdout.write(`${line}\n`)
  const submitted = once && submitAll(data, ports, files)
  const status = submitted ? await Promise.race([submitted, ended.then((how) => how || 1)]) : await ended
  await stop()
  return status
}
