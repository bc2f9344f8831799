import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { freePorts } from '../free-ports.ts'
import { MOST_PATIENCE } from '../patience.ts'

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

/** When what was made is taken away: after the test, or for what tests share `afterAll`. */
export type WhenOver = (takeAway: () => Promise<void>) => void

export const newFolder = async (whenOver: WhenOver = onTestFinished): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-start-'))
  whenOver(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A data folder for runs on ports that no other run has, as if one had been there before. */
export const newDataFolder = async (whenOver?: WhenOver): Promise<string> => {
  const folder = await newFolder(whenOver)
  await writeFile(join(folder, 'addresses.json'), JSON.stringify(await freePorts()))
  return folder
}

type Where = { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly whenOver?: WhenOver }

/** The local run as a process of its own, killed at the latest when the test is over. */
export const start = (args: readonly string[], { cwd = ROOT, env = {}, whenOver = onTestFinished }: Where = {}): Started => {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ending = once(child, 'close')
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  whenOver(async () => {
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
        { timeout: MOST_PATIENCE, interval: 20 },
      ),
    async ended() {
      const [status, signal] = await ending
      return status ?? signal
    },
  }
}
