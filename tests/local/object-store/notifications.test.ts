import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import type { S3Event } from 'aws-lambda'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startObjectStore } from '../../../local/object-store/server.ts'
import { buckets, clientOf, credentials, filesUnder, openStore, region } from './open-store.ts'

const collect = () => {
  const events: S3Event[] = []
  return {
    events,
    onObjectCreated: async (event: S3Event) => void events.push(event),
    keys: () => events.map(({ Records }) => Records[0]?.s3.object.key),
  }
}
const waiting = (folder: string) => readdir(join(folder, 'notifications'))

describe('notifications', () => {
  it('tell of a put, a form and a copy as S3 does', async () => {
    const { events, onObjectCreated } = collect()
    const { client } = await openStore({ onObjectCreated })
    const put = await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: '2024/年 报+(1)~.docx', Body: 'body' }))
    await expect.poll(() => events.length).toBe(1)
    expect(events[0]?.Records[0]).toMatchObject({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      eventName: 'ObjectCreated:Put',
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: 'uploads', arn: 'arn:aws:s3:::uploads' },
        object: {
          key: '2024/%E5%B9%B4+%E6%8A%A5%2B%281%29%7E.docx',
          size: 4,
          eTag: put.ETag?.replaceAll('"', ''),
          versionId: put.VersionId,
          sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
        },
      },
    })
    const { url, fields } = await createPresignedPost(client, { Bucket: 'plain', Key: 'posted' })
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, file: 'x' })) form.append(name, value)
    await fetch(url, { method: 'POST', body: form })
    await client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'copied', CopySource: 'plain/posted' }))
    await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'copied' }))
    await expect
      .poll(() => events.map(({ Records }) => Records[0]?.eventName))
      .toEqual(['ObjectCreated:Put', 'ObjectCreated:Post', 'ObjectCreated:Copy'])
    expect(events[1]?.Records[0]?.s3.object).not.toHaveProperty('versionId')
    const order = events.map(({ Records }) => Records[0]?.s3.object.sequencer)
    expect(order).toEqual(order.toSorted())
  })

  it('lie on disk until they are taken, and come again when they are not', async () => {
    let [down, refusals] = [true, 0]
    const { keys, onObjectCreated } = collect()
    const { client, folder } = await openStore({
      onObjectCreated: async (event) => {
        if (down) {
          refusals += 1
          throw new Error('the queue is down')
        }
        await onObjectCreated(event)
      },
    })
    await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body: 'body' }))
    await expect.poll(() => refusals).toBeGreaterThanOrEqual(2)
    expect(await waiting(folder)).toHaveLength(1)
    down = false
    await expect.poll(keys).toEqual(['k'])
    await expect.poll(() => waiting(folder)).toEqual([])
  })

  it('do not hold up the upload, nor the end', async () => {
    const { client, folder, close } = await openStore({ onObjectCreated: () => new Promise(() => {}) })
    await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body: 'body' }))
    await close()
    expect(await waiting(folder)).toHaveLength(1)
  })

  it('come after a crash between the store and the notification, and only of what was stored', async () => {
    const first = await openStore({ onObjectCreated: () => Promise.reject(new Error('never')) })
    for (const Key of ['kept', 'lost']) await first.client.send(new PutObjectCommand({ Bucket: 'uploads', Key, Body: 'body' }))
    await first.close()
    // As if the crash had come after the second event was written down and before its object was there.
    for (const name of await filesUnder(join(first.folder, 'buckets/uploads/objects'))) {
      const path = join(first.folder, 'buckets/uploads/objects', name.slice(0, 2), name)
      if (name.endsWith('.json') && (await readFile(path, 'utf8')).includes('"lost"')) await rm(path)
    }
    await writeFile(join(first.folder, 'notifications', '1.json.part'), '{"ev')
    const { keys, onObjectCreated } = collect()
    const second = await openStore({ folder: first.folder, onObjectCreated })
    await expect.poll(() => waiting(second.folder)).toEqual([])
    expect(keys()).toEqual(['kept'])
    await second.close()
    const third = await openStore({ folder: first.folder, onObjectCreated })
    await third.client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'new', Body: 'body' }))
    await expect.poll(keys).toEqual(['kept', 'new'])
  })
})

it('come after the process was killed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'object-store-'))
  const settings = JSON.stringify({ folder, port: 0, region, credentials, buckets })
  const program = `import { startObjectStore } from './local/object-store/server.ts'
    const { url } = await startObjectStore({ ...${settings}, onObjectCreated: () => new Promise(() => {}) })
    console.log(url)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [url] = await once(child.stdout, 'data')
  await clientOf(String(url).trim()).send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body: 'body' }))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const { keys, onObjectCreated } = collect()
  const { client } = await openStore({ folder, onObjectCreated })
  await expect.poll(keys).toEqual(['k'])
  expect(await (await client.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'k' }))).Body?.transformToString()).toBe('body')
})

describe('a restart', () => {
  it('finds everything again, and goes on counting though the clock was set back', async () => {
    const first = await openStore()
    const put = (client: typeof first.client, Bucket: string, Body: string) =>
      client.send(new PutObjectCommand({ Bucket, Key: '年报', Body, Metadata: { a: 'b' } }))
    const { VersionId } = await put(first.client, 'uploads', 'one')
    for (const bucket of ['uploads', 'plain']) await put(first.client, bucket, 'two')
    await first.close()
    await writeFile(join(first.folder, 'buckets/plain/incoming/left-behind'), 'half an upload')

    const earlier = new Date(Date.now() - 10 * 60_000)
    const second = await openStore({ folder: first.folder, now: () => earlier })
    const get = async (more: object = {}) => {
      const got = await second.client.send(new GetObjectCommand({ Bucket: 'uploads', Key: '年报', ...more }))
      return [await got.Body?.transformToString(), got.Metadata?.a]
    }
    expect([await get(), await get({ VersionId })]).toEqual([
      ['two', 'b'],
      ['one', 'b'],
    ])
    await put(second.client, 'uploads', 'three')
    expect(await get()).toEqual(['three', 'b'])
    await second.close()
    const third = await openStore({ folder: first.folder })
    expect(await (await third.client.send(new GetObjectCommand({ Bucket: 'uploads', Key: '年报' }))).Body?.transformToString()).toBe(
      'three',
    )
    expect(await filesUnder(join(first.folder, 'buckets/plain/incoming'))).toEqual([])
    expect((await third.client.send(new ListObjectsV2Command({ Bucket: 'plain' }))).KeyCount).toBe(1)
  })

  it('clears up after a crash within a write', async () => {
    const first = await openStore()
    await first.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'old' }))
    await first.close()
    const objects = join(first.folder, 'buckets/plain/objects')
    const [name = ''] = (await filesUnder(objects)).filter((file) => file.endsWith('.json'))
    const path = join(objects, name.slice(0, 2), name)
    // Once with bytes and no JSON, once with both versions of a bucket that keeps one.
    await writeFile(path.replace(/\d{16}\.json$/, '0000000000000001.bytes'), 'never told')
    const newer = { ...JSON.parse(await readFile(path, 'utf8')), sequence: 9_000_000_000_000_000, size: 5, checksums: {} }
    await writeFile(path.replace(/\d{16}\.json$/, '9000000000000000.json'), JSON.stringify(newer))
    await writeFile(path.replace(/\d{16}\.json$/, '9000000000000000.bytes'), 'newer')
    const second = await openStore({ folder: first.folder })
    expect(await (await second.client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }))).Body?.transformToString()).toBe('newer')
    expect((await filesUnder(objects)).sort()).toEqual([
      expect.stringContaining('9000000000000000.bytes'),
      expect.stringContaining('9000000000000000.json'),
    ])
  })

  it('names the file that a loss of power has damaged, and does not lose what is beside it', async () => {
    const first = await openStore()
    await first.client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'body' }))
    await first.close()
    const objects = join(first.folder, 'buckets/plain/objects')
    const [name = ''] = (await filesUnder(objects)).filter((file) => file.endsWith('.json'))
    await writeFile(join(objects, name.slice(0, 2), name), '')
    await expect(startObjectStore({ folder: first.folder, port: 0, region, credentials, buckets })).rejects.toThrow(`${name} is damaged`)
    expect(await filesUnder(objects)).toHaveLength(2)
  })

  it('refuses a bucket whose name is a path', async () => {
    const start = (name: string) =>
      startObjectStore({ folder: '/nonexistent', port: 0, region, credentials, buckets: [...buckets, { name }] })
    for (const name of ['../up', 'a/b', 'UP', '', 'a']) await expect(start(name)).rejects.toThrow('no name for a bucket')
  })
})
