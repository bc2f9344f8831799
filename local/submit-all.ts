import { addressOf, type Ports } from './addresses.ts'
import { corePorts } from './core-ports.ts'
import { openIdentity } from './identity.ts'
import { submitFiles } from './once.ts'
import { openServiceKey } from './service-key.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const sayStep = (step: string): void => say(`${(performance.now() / 1000).toFixed(2).padStart(6)}s  ${step}`)

/** Submits files to the run that has the folder, prints each step and the results, and returns the exit status. */
export const submitAll = async (folder: string, ports: Ports, files: readonly string[]): Promise<number> => {
  const run = {
    ports,
    identity: await openIdentity(folder, addressOf(ports.signIn)),
    core: corePorts(ports, await openServiceKey(folder)),
    say: sayStep,
  }
  const { results, complete } = await submitFiles(run, files)
  say(JSON.stringify({ submissions: results }))
  return complete ? 0 : 1
}
