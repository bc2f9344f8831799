import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createNotifications } from './notifications.ts'
import { createRouter } from './router.ts'
import type { ObjectStoreSettings } from './settings.ts'
import { createSequence, openBucket } from './storage.ts'
import { createWebsite } from './website.ts'

export type { BucketSettings, ObjectStoreSettings } from './settings.ts'

const listen = async (listener: RequestListener, port: number) => {
  const server = createServer(listener)
  server.keepAliveTimeout = 60_000 // longer than clients keep a connection, so that none is closed under a request
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/**
 * Starts a small S3 on this machine, which keeps everything under `folder`. It is addressed by path: `url/bucket/key`. The buckets are those
 * of the settings; there is no way to make one by request.
 */
export const startObjectStore = async (settings: ObjectStoreSettings) => {
  const now = settings.now ?? (() => new Date())
  const sequence = createSequence(now)
  for (const { name } of settings.buckets)
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) throw new Error(`"${name}" is no name for a bucket`)
  mkdirSync(settings.folder, { recursive: true })
  const buckets = new Map(
    settings.buckets.map((bucket) => [bucket.name, openBucket(join(settings.folder, 'buckets', bucket.name), bucket, sequence)]),
  )
  const notifications = createNotifications(join(settings.folder, 'notifications'), settings)
  const exists = (bucket: string, key: string, written: number) =>
    !!buckets
      .get(bucket)
      ?.versionsOf(key)
      .some((version) => version.sequence === written)
  const sendWaiting = notifications.readWaiting(exists)
  const store = await listen(createRouter({ settings, buckets, notifications, now }), settings.port)
  const shown = settings.buckets.find(({ website }) => website)
  const bucket = shown && buckets.get(shown.name)
  const siteOf = async () =>
    settings.sitePort !== undefined && bucket && shown.website
      ? await listen(createWebsite(bucket, shown.website, settings.onFault), settings.sitePort)
      : null
  const site = await siteOf().catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  sendWaiting()
  return {
    url: store.url,
    siteUrl: site?.url ?? null,
    async close() {
      notifications.close()
      await Promise.all([store.close(), site?.close()])
    },
  }
}
