import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Incoming } from './incoming.ts'
import type { createNotifications } from './notifications.ts'
import type { ObjectStoreSettings } from './settings.ts'
import type { Access } from './signature-v4.ts'
import type { Bucket } from './storage.ts'
import { xml } from './xml.ts'

export type Store = {
  readonly settings: ObjectStoreSettings
  readonly buckets: ReadonlyMap<string, Bucket>
  readonly notifications: ReturnType<typeof createNotifications>
  readonly now: () => Date
}
/** One request on its way to one operation. */
export type Call = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly incoming: Incoming
  readonly access: Access
  readonly bucket: Bucket
  readonly store: Store
}

/** An answer without a body. */
export const answer = (response: ServerResponse, status: number, headers: Record<string, string> = {}) =>
  void response.writeHead(status, status === 204 ? headers : { 'content-length': '0', ...headers }).end()

/** An answer in XML. */
export const answerXml = (
  response: ServerResponse,
  status: number,
  root: string,
  content: Parameters<typeof xml>[1],
  headers: Record<string, string> = {},
) => {
  const body = xml(root, content)
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body)
}
