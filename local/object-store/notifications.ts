import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Event } from 'aws-lambda'
import type { StoredVersion } from '../../functions/node/stored-version.ts'
import { writeDurably } from '../durable-files.ts'
import type { ObjectStoreSettings } from './settings.ts'

type How = 'Put' | 'Post' | 'Copy'
type Pending = { readonly event: S3Event; readonly bucket: string; readonly key: string; readonly sequence: number }
const [firstDelay, longestDelay] = [200, 5_000]

/** As S3 writes keys into events: a form's encoding, but with the slashes left. */
const eventKey = (key: string) =>
  encodeURIComponent(key)
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/')

const eventOf = (how: How, bucket: string, version: StoredVersion, { region, credentials }: ObjectStoreSettings): S3Event => ({
  Records: [
    {
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: version.modified,
      eventName: `ObjectCreated:${how}`,
      userIdentity: { principalId: `AWS:${credentials.accessKeyId}` },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': String(version.sequence), 'x-amz-id-2': String(version.sequence) },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'object-created',
        bucket: { name: bucket, ownerIdentity: { principalId: credentials.accessKeyId }, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: eventKey(version.key),
          size: version.size,
          eTag: version.etag,
          ...(version.versionId === 'null' ? {} : { versionId: version.versionId }),
          sequencer: version.sequence.toString(16).toUpperCase().padStart(16, '0'),
        },
      },
    },
  ],
})

/** Events wait on disk, one file each, until `onObjectCreated` has taken them. */
export const createNotifications = (folder: string, settings: ObjectStoreSettings) => {
  const { onObjectCreated } = settings
  const timers = new Set<NodeJS.Timeout>()
  let closed = false
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isTold = (bucket: string, { key }: StoredVersion) =>
    onObjectCreated !== undefined && (settings.buckets.find(({ name }) => name === bucket)?.tellsOf?.(key) ?? true)
  const pathOf = (sequence: number | string) => join(folder, `${sequence}.json`)

  const deliver = async (path: string, event: S3Event, delay = firstDelay): Promise<void> => {
    if (closed) return
    try {
      await onObjectCreated?.(event)
      await rm(path, { force: true })
    } catch {
      if (closed) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        deliver(path, event, Math.min(delay * 2, longestDelay))
      }, delay)
      timers.add(timer)
    }
  }

  return {
    /** To be called just before a version exists: a crash in between leaves an event of nothing, which `readWaiting` drops. */
    async record(how: How, bucket: string, version: StoredVersion) {
      if (!isTold(bucket, version)) return
      const pending: Pending = { event: eventOf(how, bucket, version, settings), bucket, key: version.key, sequence: version.sequence }
      await writeDurably(pathOf(version.sequence), JSON.stringify(pending))
    },
    /** To be called once the version exists. */
    send(how: How, bucket: string, version: StoredVersion) {
      if (isTold(bucket, version)) setImmediate(deliver, pathOf(version.sequence), eventOf(how, bucket, version, settings))
    },
    /** Reads what an earlier run left behind, without events of nothing, and answers how to send it. */
    readWaiting(exists: (bucket: string, key: string, sequence: number) => boolean) {
      const waiting: [path: string, event: S3Event][] = []
      for (const path of readdirSync(folder).map((name) => join(folder, name))) {
        const pending: Pending | null = path.endsWith('.json') ? JSON.parse(readFileSync(path, 'utf8')) : null
        if (pending && exists(pending.bucket, pending.key, pending.sequence)) waiting.push([path, pending.event])
        else rmSync(path)
      }
      return () => {
        if (onObjectCreated) for (const [path, event] of waiting) setImmediate(deliver, path, event)
      }
    },
    close() {
      closed = true
      timers.forEach(clearTimeout)
    },
  }
}
