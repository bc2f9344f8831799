import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'

/** A function that runs, as Lambda would call it. */
export type RunningFunction = {
  readonly invoke: (event: unknown) => Promise<unknown>
  /** All that it printed. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** Starts the file of a function with its variables, and none of this process; `name` is the function's. */
export type StartFunction = (name: string, entry: string, variables: Readonly<Record<string, string>>) => Promise<RunningFunction>

/** What the runtime does for a function, over the channel between the processes. */
const LOOP = `
  const { handler } = await import(process.argv[1])
  process.on('message', async ({ event }) => {
    try { process.send({ answer: await handler(event, {}) }) } catch (error) { process.send({ error: String(error?.stack ?? error) }) }
  })
  process.send({ ready: true })`

type Message = { readonly ready?: true; readonly answer?: unknown; readonly error?: string }

/** A process of this node for each function, away from the project, so that nothing is found in its node_modules. */
export const startInNode: StartFunction = async (name, entry, variables) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', LOOP, entry], {
    cwd: tmpdir(),
    env: { ...variables, AWS_LAMBDA_FUNCTION_NAME: name, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const ended = once(child, 'exit')
  const next = async (): Promise<Message> => {
    const message = await Promise.race([once(child, 'message'), ended.then(() => undefined)])
    if (message === undefined) throw new Error(`${name} ended: ${output}`)
    return message[0]
  }
  await next()
  return {
    async invoke(event) {
      const reply = next()
      child.send({ event })
      const { answer, error } = await reply
      if (error !== undefined) throw new Error(`${name} failed: ${error}`)
      return answer
    },
    output: () => output,
    async stop() {
      child.kill()
      await ended
    },
  }
}
