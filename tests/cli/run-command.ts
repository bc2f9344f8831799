import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = join(ROOT, 'dist/cli/nianbao.js')

type Ended = { readonly status: number | null; readonly out: string; readonly err: string }
type Where = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

/** As a person's shell has it: what npm tells of the test run itself would mislead the command. */
const plainEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'INIT_CWD' && !name.startsWith('npm_')))

/** Runs a program to its end. */
export const run = (program: string, args: readonly string[], { cwd = ROOT, env = {} }: Where = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...plainEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const read = (stream: NodeJS.ReadableStream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      return () => Buffer.concat(chunks).toString()
    }
    const [out, err] = [read(child.stdout), read(child.stderr)]
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, out: out(), err: err() }))
  })

/** The built command. */
export const nianbao = (args: readonly string[], where?: Where): Promise<Ended> => run(process.execPath, [COMMAND, ...args], where)

/** A new folder with these files, gone when the test is over. */
export const folderWith = async (files: Readonly<Record<string, Uint8Array | string>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-cli-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}
