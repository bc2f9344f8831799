import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { S3Error } from '../object-store/errors.ts'
import { readIncoming } from '../object-store/incoming.ts'
import { authenticate, type Signer } from '../object-store/signature-v4.ts'

/** Why a request is not let in; undefined where it is signed with our key and no web page sent it. */
const refusal = (request: IncomingMessage, signer: Signer): string | undefined => {
  if (request.headers.origin !== undefined) return 'Requests of web pages are refused.'
  try {
    return authenticate(readIncoming(request), signer, new Date()).signed === 'no' ? 'The request is not signed.' : undefined
  } catch (error) {
    if (error instanceof S3Error) return error.message
    throw error
  }
}

const refuse = (response: ServerResponse, message: string): void =>
  void response
    .writeHead(403, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify({ __type: 'AccessDeniedException', message }))

/** Stands before a service that lets everybody in: only requests with a right signature reach it, and none that a web page sent. */
export const guard = (server: Server, signer: Signer): void => {
  const inside = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    const message = refusal(request, signer)
    if (message !== undefined) return refuse(response, message)
    for (const handle of inside) handle(request, response)
    // The table's throws where a client went away in the middle of its request.
    request.removeAllListeners('error')
    request.on('error', () => {})
  })
}
