import type { IncomingMessage, ServerResponse } from 'node:http'
import { S3Error } from './errors.ts'
import { readIncoming } from './incoming.ts'
import { sendVersion } from './read-objects.ts'
import type { Bucket } from './storage.ts'

const page = (response: ServerResponse, status: number, title: string) =>
  void response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html><title>${title}</title><h1>${title}</h1>`)

const serve = async (
  bucket: Bucket,
  { index, error }: { index: string; error: string },
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const { method, path, headers } = readIncoming(request)
  if (method !== 'GET' && method !== 'HEAD') return page(response, 405, '405 Method Not Allowed')
  const key = path.slice(1)
  const version = bucket.current(key === '' || key.endsWith('/') ? key + index : key)
  if (version) return sendVersion({ method, headers }, response, { bucket, version })
  if (bucket.current(`${key}/${index}`))
    return void response.writeHead(302, { location: `/${key.split('/').map(encodeURIComponent).join('/')}/` }).end()
  const missing = bucket.current(error)
  if (missing) return sendVersion({ method, headers }, response, { bucket, version: missing, status: 404 })
  page(response, 404, '404 Not Found')
}

/** Serves a bucket as a static website, as S3's website endpoint does: index documents, error document, nothing to list. */
export const createWebsite =
  (bucket: Bucket, website: { index: string; error: string }, onFault: (error: unknown) => void = console.error) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    await serve(bucket, website, request, response).catch((error) => {
      if (response.headersSent) return void response.destroy()
      if (!(error instanceof S3Error)) onFault(error)
      if (error instanceof S3Error && error.status === 304) return void response.writeHead(304, error.headers).end()
      page(response, error instanceof S3Error ? error.status : 500, error instanceof S3Error ? error.message : '500 Internal Server Error')
    })
  }
