import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { onTestFinished, vi } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAIN = join(ROOT, 'dist/local/main.js')

export type Started = {
  readonly child: ChildProcess
  /** All that was printed so far. */
  out(): string
  err(): string
  /** The address that a line names, such as `portal`. */
  address(name: string): string
  /** Waits until it said `ready`. */
  ready(): Promise<void>
  /** Waits for its end; the exit status, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>
}

export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A port that the usual ones of other runs on this machine do not get in the way of. */
export const freePort = (): Promise<number> => getPort({ host: '127.0.0.1' })

/** The local run as a process of its own, killed at the latest when the test is over. */
export const start = (args: readonly string[], { cwd = ROOT, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Started => {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ending = once(child, 'close')
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ending
  })
  return {
    child,
    out: () => out,
    err: () => err,
    address: (name) => new RegExp(`^${name} (http://127\\.0\\.0\\.1:\\d+)/$`, 'm').exec(out)?.[1] ?? `no ${name}`,
    ready: () =>
      vi.waitFor(
        () => {
          if (!/^ready$/m.test(out)) throw new Error(`not ready: ${out}${err}`)
        },
        { timeout: 30_000, interval: 20 },
      ),
    async ended() {
      const [status, signal] = await ending
      return status ?? signal
    },
  }
}
