import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { StartFunction } from '../deployed/node-process.ts'
import type { Tools } from './tools.ts'

const HALF = fileURLToPath(new URL('javascript-half.mjs', import.meta.url))

type Waiting = { readonly event: unknown; readonly answered: (answer: unknown) => void; readonly failed: (error: Error) => void }

/** The side of Lambda's runtime API that the service has: hands out one event after another, and takes what became of each. */
const openRuntimeApi = async (name: string) => {
  const queued: Waiting[] = []
  const asked: ServerResponse[] = []
  const open = new Map<string, Waiting>()
  const handOut = (): void => {
    for (;;) {
      const [waiting, response] = [queued[0], asked[0]]
      if (waiting === undefined || response === undefined) return
      queued.shift()
      asked.shift()
      const id = randomUUID()
      open.set(id, waiting)
      const headers = {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': id,
        'lambda-runtime-deadline-ms': `${Date.now() + 60_000}`,
        'lambda-runtime-invoked-function-arn': `arn:aws:lambda:local:000000000000:function:${name}`,
      }
      response.writeHead(200, headers).end(JSON.stringify(waiting.event))
    }
  }
  const server = createServer(async (request, response) => {
    const [, id, end] = /\/runtime\/(?:invocation|init)\/?([^/]*)\/?(\w*)$/.exec(request.url ?? '') ?? []
    if (id === 'next') {
      asked.push(response)
      return handOut()
    }
    const body = await text(request)
    response.writeHead(202).end('{}')
    const waiting = open.get(id ?? '')
    open.delete(id ?? '')
    if (end === 'response') waiting?.answered(JSON.parse(body === '' ? 'null' : body))
    else for (const each of waiting ? [waiting] : queued.splice(0)) each.failed(new Error(`${name} failed: ${body}`))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    invoke: (event: unknown) =>
      new Promise<unknown>((answered, failed) => {
        queued.push({ event, answered, failed })
        handOut()
      }),
    failAll: (error: Error) => {
      for (const each of [...queued.splice(0), ...open.values()]) each.failed(error)
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Runs a function as Lambda does: node of the cloud's version, AWS's own runtime interface client, the folder of the asset, and nothing else. */
export const startInRuntime =
  ({ node, runtimeClient, native }: Tools): StartFunction =>
  async (name, entry, variables) => {
    const api = await openRuntimeApi(name)
    const handler = `${basename(entry, '.mjs')}.handler`
    const child = spawn(node, [...(native ? [] : ['--import', HALF]), runtimeClient, handler], {
      cwd: dirname(entry),
      env: {
        ...variables,
        PATH: '/usr/bin:/bin',
        AWS_LAMBDA_RUNTIME_API: api.address,
        AWS_LAMBDA_FUNCTION_NAME: name,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
        AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
        LAMBDA_TASK_ROOT: dirname(entry),
        _HANDLER: handler,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
      })
    const ended = once(child, 'exit').then(() => api.failAll(new Error(`${name} ended: ${output}`)))
    return {
      invoke: api.invoke,
      output: () => output,
      async stop() {
        child.kill('SIGKILL')
        await ended
        api.close()
      },
    }
  }
