import { USAGE, UsageError } from './options.ts'

type Command = (args: readonly string[]) => Promise<number>

/** Loaded on demand: listing the rules reads no file. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  rollup: async () => (await import('./rollup.ts')).rollup,
  agencies: async () => (await import('./agencies.ts')).agencies,
  impact: async () => (await import('./impact.ts')).impact,
  template: async () => (await import('./template.ts')).template,
  rules: async () => (await import('./rules.ts')).rules,
}

const main = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (['--help', '-h', 'help'].includes(name)) {
    process.stdout.write(USAGE)
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) throw new UsageError(name === '' ? '没有指定命令' : `没有“${name}”这个命令`)
  const command = await load()
  return command(args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}
