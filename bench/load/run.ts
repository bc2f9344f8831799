import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import waitFor from 'p-wait-for'
import { freePorts } from '../../tests/free-ports.ts'

const MAIN = fileURLToPath(new URL('../../dist/local/main.js', import.meta.url))
/** Linux counts the time of processes in ticks of ten milliseconds. */
const TICK_MILLISECONDS = 10

export type Addresses = { readonly portal: string; readonly site: string; readonly signIn: string }

/** The local run as a process of its own, on a data folder of its own, that can be killed and started again. */
export const openRun = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-load-'))
  const ports = await freePorts()
  await writeFile(join(folder, 'addresses.json'), JSON.stringify(ports))
  let child: ChildProcess | undefined
  let out = ''
  let earlierCpu = 0

  /** CPU that all its processes have had so far, in milliseconds. */
  const cpu = async (): Promise<number> => {
    const stat = await readFile(`/proc/${child?.pid}/stat`, 'utf8').catch(() => undefined)
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
    return earlierCpu + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MILLISECONDS
  }

  const start = async (): Promise<void> => {
    out = ''
    const started = spawn(process.execPath, [...(process.env.RUN_FLAGS?.split(' ') ?? []), MAIN, '--data', folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = started
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    await waitFor(() => /^ready$/m.test(out) || started.exitCode !== null, { interval: 20, timeout: 180_000 })
    if (started.exitCode !== null) throw new Error(`the run ended with ${started.exitCode}`)
  }

  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    earlierCpu = await cpu()
    const ending = once(child, 'exit')
    child.kill(signal)
    await ending
  }

  return {
    folder,
    addresses: {
      portal: `http://127.0.0.1:${ports.portal}`,
      site: `http://127.0.0.1:${ports.site}`,
      signIn: `http://127.0.0.1:${ports.signIn}`,
    } satisfies Addresses,
    start,
    cpu,
    kill: () => end('SIGKILL'),
    async close(): Promise<void> {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Run = Awaited<ReturnType<typeof openRun>>
