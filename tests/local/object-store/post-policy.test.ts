import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post'
import { describe, expect, it } from 'vitest'
import { clientOf, codeOf, credentials, filesUnder, openStore } from './open-store.ts'

type Fields = Record<string, string>
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sha256 = (content: string) => createHash('sha256').update(content).digest('base64')

/** As the portal asks for it: one key, one type, one name, at most 25 MB. */
const presign = (client: S3Client, { Fields = {}, Conditions = [], ...more }: Partial<PresignedPostOptions> = {}) =>
  createPresignedPost(client, {
    Bucket: 'uploads',
    Key: '2024/a-1/年报.docx',
    Fields: { 'Content-Type': docx, 'x-amz-meta-name': '年报.docx', ...Fields },
    Conditions: [['content-length-range', 1, 25 * 1024 ** 2], ...Conditions],
    Expires: 600,
    ...more,
  })

const formOf = (fields: Fields, content: string | Blob = 'content', filename = '某局年报.docx') => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', typeof content === 'string' ? new Blob([content]) : content, filename)
  return form
}
const post = (url: string, body: FormData) => fetch(url, { method: 'POST', body, redirect: 'manual' })

const edited = (policy: string, change: (policy: { expiration: string; conditions: unknown[] }) => void) => {
  const opened = JSON.parse(Buffer.from(policy, 'base64').toString())
  change(opened)
  return Buffer.from(JSON.stringify(opened)).toString('base64')
}

describe('a form with a policy', () => {
  it('stores the file with what the form says of it', async () => {
    const { client } = await openStore()
    const { url, fields } = await presign(client)
    const response = await post(url, formOf(fields))
    expect([response.status, await response.text()]).toEqual([204, ''])
    const got = await client.send(new GetObjectCommand({ Bucket: 'uploads', Key: '2024/a-1/年报.docx' }))
    expect(await got.Body?.transformToString()).toBe('content')
    expect(got).toMatchObject({
      ContentType: docx,
      VersionId: response.headers.get('x-amz-version-id'),
      ETag: response.headers.get('etag'),
    })
    expect(got.Metadata?.name).toBe(`=?UTF-8?B?${Buffer.from('年报.docx').toString('base64')}?=`) // as S3 tells what no header can hold
  })

  it('answers 201 with XML, 200, or by sending the browser on', async () => {
    const { client } = await openStore()
    const answered = async (Fields: Fields) => {
      const { url, fields } = await presign(client, { Fields, Key: 'a b.docx' })
      return post(url, formOf(fields))
    }
    const created = await answered({ success_action_status: '201' })
    const etag = createHash('md5').update('content').digest('hex')
    expect(await created.text()).toContain(`<Bucket>uploads</Bucket><Key>a b.docx</Key><ETag>&quot;${etag}&quot;</ETag>`)
    expect([created.status, (await answered({ success_action_status: '200' })).status]).toEqual([201, 200])
    const sent = await answered({ success_action_redirect: 'http://portal.test/done?x=1' })
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `http://portal.test/done?x=1&bucket=uploads&key=a+b.docx&etag=%22${etag}%22`,
    ])
  })

  it('compares the checksum field with the bytes and keeps it', async () => {
    const { client, folder } = await openStore()
    const checked = async (checksum: string) => {
      const { url, fields } = await presign(client, { Fields: { 'x-amz-checksum-sha256': checksum, 'x-amz-checksum-algorithm': 'SHA256' } })
      return codeOf(await post(url, formOf(fields)))
    }
    expect(await checked(sha256('other'))).toBe('400 BadDigest')
    await expect.poll(() => filesUnder(folder)).toEqual([])
    expect(await checked(sha256('content'))).toBe('204')
    const head = await client.send(new HeadObjectCommand({ Bucket: 'uploads', Key: '2024/a-1/年报.docx', ChecksumMode: 'ENABLED' }))
    expect(head.ChecksumSHA256).toBe(sha256('content'))
  })

  it('puts the file name where the key asks for it, within the prefix', async () => {
    const { client } = await openStore()
    // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
    const { url, fields } = await presign(client, { Key: 'in/${filename}' })
    expect(await codeOf(await post(url, formOf(fields, 'content', '../../$&年报.docx')))).toBe('204')
    expect((await client.send(new HeadObjectCommand({ Bucket: 'uploads', Key: 'in/$&年报.docx' }))).ContentLength).toBe(7)
  })

  it('covers by starts-with, and leaves x-ignore- alone', async () => {
    const { client } = await openStore()
    const Conditions: PresignedPostOptions['Conditions'] = [['starts-with', '$x-amz-meta-note', 'a']]
    const { url, fields } = await presign(client, { Conditions })
    expect(await codeOf(await post(url, formOf({ ...fields, 'x-amz-meta-note': 'abc', 'x-ignore-this': 'x' })))).toBe('204')
    expect(await codeOf(await post(url, formOf({ ...fields, 'x-amz-meta-note': 'bcd' })))).toBe('403 AccessDenied')
    expect(await codeOf(await post(url, formOf(fields)))).toBe('403 AccessDenied')
  })
})

describe('a form that is not as its policy says', () => {
  const later = new Date(Date.now() + 86_400_000).toISOString()
  it.each<[string, string, (fields: Fields) => Fields]>([
    ['another key', '403 AccessDenied', (fields) => ({ ...fields, key: '2024/a-2/年报.docx' })],
    ['a key that climbs', '403 AccessDenied', (fields) => ({ ...fields, key: '../../escape' })],
    ['another content type', '403 AccessDenied', (fields) => ({ ...fields, 'Content-Type': 'text/html' })],
    ['no content type', '403 AccessDenied', ({ 'Content-Type': _, ...fields }) => fields],
    ['other metadata', '403 AccessDenied', (fields) => ({ ...fields, 'x-amz-meta-name': 'x' })],
    ['metadata no condition covers', '403 AccessDenied', (fields) => ({ ...fields, 'x-amz-meta-role': 'reviewer' })],
    ['a field no condition covers', '403 AccessDenied', (fields) => ({ ...fields, success_action_redirect: 'http://evil.test/' })],
    ['a checksum no condition covers', '403 AccessDenied', (fields) => ({ ...fields, 'x-amz-checksum-sha256': sha256('content') })],
    ['another bucket field', '403 AccessDenied', (fields) => ({ ...fields, bucket: 'plain' })],
    [
      'a later expiry',
      '403 SignatureDoesNotMatch',
      (fields) => ({ ...fields, Policy: edited(fields.Policy ?? '', (policy) => Object.assign(policy, { expiration: later })) }),
    ],
    [
      'a condition less',
      '403 SignatureDoesNotMatch',
      (fields) => ({ ...fields, Policy: edited(fields.Policy ?? '', (policy) => policy.conditions.shift()) }),
    ],
    ['another signature', '403 SignatureDoesNotMatch', (fields) => ({ ...fields, 'X-Amz-Signature': '0'.repeat(64) })],
    ['another date', '400 InvalidArgument', (fields) => ({ ...fields, 'X-Amz-Date': '20200101T000000Z' })],
    [
      'other keys of access',
      '403 InvalidAccessKeyId',
      (fields) => ({ ...fields, 'X-Amz-Credential': 'OTHER/20240101/cn-north-1/s3/aws4_request' }),
    ],
    ['another algorithm', '400 InvalidArgument', (fields) => ({ ...fields, 'X-Amz-Algorithm': 'none' })],
    ['no policy', '403 AccessDenied', ({ Policy: _, ...fields }) => fields],
    ['no signature', '400 InvalidArgument', ({ 'X-Amz-Signature': _, ...fields }) => fields],
    ['no key', '400 InvalidArgument', ({ key: _, ...fields }) => fields],
    ['a key too long', '400 KeyTooLongError', (fields) => ({ ...fields, key: 'k'.repeat(1025) })],
    ['a field too long', '400 MaxPostPreDataLengthExceeded', (fields) => ({ ...fields, 'x-amz-meta-long': 'x'.repeat(30_000) })],
    [
      'too many fields',
      '400 MaxPostPreDataLengthExceeded',
      (fields) => ({ ...fields, ...Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`f${i}`, ''])) }),
    ],
  ])('is refused for %s', async (_, expected, change) => {
    const { client, folder } = await openStore()
    const { url, fields } = await presign(client)
    expect(await codeOf(await post(url, formOf(change(fields))))).toBe(expected)
    await expect.poll(() => filesUnder(folder)).toEqual([])
  })

  it('need not name its bucket in a field: the address does', async () => {
    const { client } = await openStore()
    const { url, fields } = await presign(client)
    const { bucket: _, ...unnamed } = fields
    expect(await codeOf(await post(url, formOf(unnamed)))).toBe('204')
  })

  it('is refused at another bucket, and when it was signed with another secret', async () => {
    const { client, url: endpoint, folder } = await openStore()
    const { fields } = await presign(client)
    expect(await codeOf(await post(`${endpoint}/plain`, formOf(fields)))).toBe('403 AccessDenied')
    const { bucket: _, ...unnamed } = fields
    expect(await codeOf(await post(`${endpoint}/plain`, formOf(unnamed)))).toBe('403 AccessDenied')
    const forged = await presign(clientOf(endpoint, { credentials: { ...credentials, secretAccessKey: 'guess' } }))
    expect(await codeOf(await post(forged.url, formOf(forged.fields)))).toBe('403 SignatureDoesNotMatch')
    await expect.poll(() => filesUnder(folder)).toEqual([])
  })

  it('is refused when its time is over', async () => {
    let time = Date.now()
    const { client } = await openStore({ now: () => new Date(time) })
    const { url, fields } = await presign(client)
    const { expiration } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString())
    time = Date.parse(expiration) - 1
    expect(await codeOf(await post(url, formOf(fields)))).toBe('204')
    time += 1
    expect(await codeOf(await post(url, formOf(fields)))).toBe('403 AccessDenied')
  })

  it('is refused with 30 MB where 25 are allowed, and with none where one byte is asked', async () => {
    const { client, folder } = await openStore()
    const { url, fields } = await presign(client)
    const response = await post(url, formOf(fields, new Blob([new Uint8Array(30 * 1024 ** 2)])))
    const answer = await response.text()
    expect([response.status, answer]).toEqual([400, expect.stringContaining('<Code>EntityTooLarge</Code>')])
    expect(answer).toContain('<MaxSizeAllowed>26214400</MaxSizeAllowed>')
    expect(await codeOf(await post(url, formOf(fields, '')))).toBe('400 EntityTooSmall')
    await expect.poll(() => filesUnder(folder)).toEqual([])
    expect(await codeOf(await post(url, formOf(fields, new Blob([new Uint8Array(25 * 1024 ** 2)]))))).toBe('204')
  })
})

describe('a body that is no proper form', () => {
  const raw = async (change: (lines: string) => string, type = 'multipart/form-data; boundary=b') => {
    const { client, folder } = await openStore()
    const { url, fields } = await presign(client)
    const part = (name: string, value: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const lines = Object.entries(fields)
      .map(([name, value]) => part(name, value))
      .join('')
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\ncontent\r\n'
    const body = change(`${lines}${file}--b--\r\n`)
    const answer = await codeOf(await fetch(url, { method: 'POST', body, headers: { 'content-type': type } }))
    return { answer, files: async () => (await filesUnder(folder)).length }
  }
  it.each<[string, string, (body: string) => string, string?]>([
    ['breaks off within the file', '400 MalformedPOSTRequest', (body) => body.slice(0, body.indexOf('content\r\n') + 3)],
    ['breaks off before the last boundary', '400 MalformedPOSTRequest', (body) => body.replace('--b--', '')],
    ['breaks off within a field', '400 MalformedPOSTRequest', (body) => body.slice(0, 200)],
    [
      'has no file',
      '400 InvalidArgument',
      (body) => `${body.slice(0, body.indexOf('--b\r\nContent-Disposition: form-data; name="file"'))}--b--\r\n`,
    ],
    [
      'has two files',
      '400 InvalidArgument',
      (body) => body.replace(/(--b\r\n[^-]+-[^-]+-data; name="file".*content\r\n)--b--/s, '$1$1--b--'),
    ],
    ['has its key twice', '400 InvalidArgument', (body) => `--b\r\nContent-Disposition: form-data; name="KEY"\r\n\r\nother\r\n${body}`],
    [
      'has its key after the file',
      '400 InvalidArgument',
      (body) =>
        body
          .replace(/--b\r\n[^\r]*name="key"\r\n\r\n[^\r]*\r\n/, '')
          .replace('--b--', '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nother\r\n--b--'),
    ],
    ['is empty', '400 MalformedPOSTRequest', () => ''],
    ['is something else', '400 MalformedPOSTRequest', () => 'x'.repeat(100_000)],
    ['names no boundary', '400 MalformedPOSTRequest', (body) => body, 'multipart/form-data; x=y'],
    ['is of another kind', '412 PreconditionFailed', (body) => body, 'application/x-www-form-urlencoded'],
  ])('is refused when it %s', async (_, expected, change, type) => {
    const { answer, files } = await raw(change, type)
    expect(answer).toBe(expected)
    await expect.poll(files).toBe(0)
  })

  it('is stored when it is proper', async () => {
    const { answer, files } = await raw((body) => body)
    expect([answer, await files()]).toEqual(['204', 2])
  })

  it('leaves nothing when the connection breaks', async () => {
    const { client, url: endpoint, folder } = await openStore()
    const { fields } = await presign(client)
    const response = new Response(formOf(fields, 'x'.repeat(100_000)))
    const body = Buffer.from(await response.arrayBuffer())
    const socket = connect(Number(new URL(endpoint).port), '127.0.0.1')
    socket.write(
      `POST /uploads HTTP/1.1\r\nHost: x\r\nContent-Type: ${response.headers.get('content-type')}\r\nContent-Length: ${body.length}\r\n\r\n`,
    )
    await new Promise((resolve) => socket.write(body.subarray(0, 60_000), resolve))
    await expect.poll(async () => (await filesUnder(folder)).length).toBe(1)
    socket.destroy()
    await expect.poll(async () => (await filesUnder(folder)).length).toBe(0)
    await expect(client.send(new HeadObjectCommand({ Bucket: 'uploads', Key: '2024/a-1/年报.docx' }))).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  it('cannot write a line into the headers of an answer', async () => {
    const { client } = await openStore()
    const { url, fields } = await presign(client, {
      Fields: { 'x-amz-meta-note': 'a\r\nSet-Cookie: x=1', 'Cache-Control': 'no\r\n\r\n<html>' },
    })
    const body = Object.entries(fields).map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    const file = '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\ncontent\r\n--b--\r\n'
    const stored = await fetch(url, {
      method: 'POST',
      body: body.join('') + file,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    })
    expect(stored.status).toBe(204)
    const head = await client.send(new HeadObjectCommand({ Bucket: 'uploads', Key: '2024/a-1/年报.docx' }))
    expect([head.CacheControl, head.Metadata?.note]).toEqual([expect.stringMatching(/^=\?UTF-8/), expect.stringMatching(/^=\?UTF-8/)])
  })
})

it('is heard by a client that sends everything before it listens', async () => {
  const { url } = await openStore()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write(`PUT /plain/k HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${32 * 1024 ** 2}\r\n\r\n`)
  await promisify<Buffer>(socket.write.bind(socket))(Buffer.alloc(32 * 1024 ** 2))
  expect(await text(socket)).toContain('<Code>AccessDenied</Code>')
})
