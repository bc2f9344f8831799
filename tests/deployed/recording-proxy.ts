import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { callsOf, type Place, type Sent, serviceOf } from './call-of-request.ts'
import type { Call } from './function-rights.ts'

export type Upstreams = {
  /** Where a service is, by the name that requests are signed for. */
  readonly endpointOf: (service: string) => string
  /** Puts a message on the queue that the last part of its address names; returns its answer. */
  readonly sendMessage: (request: { readonly QueueUrl: string; readonly MessageBody: string }) => Promise<object>
  readonly place: Place
}

const passOn = (sent: Sent, endpoint: string, answer: ServerResponse): void => {
  const { hostname, port } = new URL(endpoint)
  const { method, url, headers, body } = sent
  const outgoing = forward({ hostname, port, method, path: url.pathname + url.search, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  outgoing.on('error', (error) => answer.writeHead(502).end(String(error)))
  outgoing.end(body)
}

const sentOf = async (request: IncomingMessage): Promise<Sent> => ({
  method: request.method ?? '',
  url: new URL(request.url ?? '/', 'http://service'),
  headers: request.headers,
  body: await buffer(request),
})

/**
 * Stands before the services for one function, and notes every call. Requests go on as they are, their signatures with them; messages are put on their
 * queue anew, as queues have other addresses than the one that is asked.
 */
export const recordingProxy = async (note: (call: Call) => void, { endpointOf, sendMessage, place }: Upstreams) => {
  const server = createServer(async (request, answer) => {
    try {
      const sent = await sentOf(request)
      for (const call of callsOf(sent, place)) note(call)
      const service = serviceOf(sent)
      if (service !== 'sqs') passOn(sent, endpointOf(service), answer)
      else
        answer
          .writeHead(200, { 'content-type': 'application/x-amz-json-1.0' })
          .end(JSON.stringify(await sendMessage(JSON.parse(sent.body.toString()))))
    } catch (error) {
      answer.writeHead(500).end(String(error))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
