import { Readable } from 'node:stream'
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { describe, expect, it } from 'vitest'
import { clientOf, codeOf, credentials, filesUnder, openStore } from './open-store.ts'

const minutes = 60_000
const put = new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'body' })
type Signed = { method: string; path: string; headers: Record<string, string>; query: Record<string, string>; body: unknown }

/** Changes each request after it was signed. */
const tampered = (client: S3Client, change: (request: Signed) => void) => {
  client.middlewareStack.add(
    (next) => (args) => {
      change(args.request as Signed)
      return next(args)
    },
    { step: 'deserialize', priority: 'low' },
  )
  return client
}

describe('requests signed in their headers', () => {
  it.each<[string, string, (request: Signed) => void]>([
    [
      'another key',
      'SignatureDoesNotMatch',
      (request) => {
        request.path = '/plain/other'
      },
    ],
    [
      'another bucket',
      'SignatureDoesNotMatch',
      (request) => {
        request.path = '/uploads/k'
      },
    ],
    [
      'another method',
      'SignatureDoesNotMatch',
      (request) => {
        request.method = 'DELETE'
      },
    ],
    [
      'another query',
      'SignatureDoesNotMatch',
      (request) => {
        request.query = { versionId: 'x' }
      },
    ],
    [
      'another signed header',
      'SignatureDoesNotMatch',
      (request) => {
        request.headers['x-amz-checksum-crc32'] = 'AAAAAA=='
      },
    ],
    [
      'an unsigned x-amz- header',
      'AccessDenied',
      (request) => {
        request.headers['x-amz-meta-role'] = 'reviewer'
      },
    ],
    [
      'an unsigned copy source',
      'AccessDenied',
      (request) => {
        request.headers['x-amz-copy-source'] = 'uploads/secret'
      },
    ],
    [
      'another body',
      'XAmzContentSHA256Mismatch',
      (request) => {
        request.body = 'ydob'
      },
    ],
    [
      'a longer body',
      'SignatureDoesNotMatch',
      (request) => Object.assign(request, { body: 'bodybody', headers: { ...request.headers, 'content-length': '8' } }),
    ],
    ['no signature', 'AccessDenied', (request) => void delete request.headers.authorization],
    [
      'another scheme',
      'AuthorizationHeaderMalformed',
      (request) => {
        request.headers.authorization = 'AWS LOCALKEY:abc'
      },
    ],
    [
      'one digit of the signature',
      'SignatureDoesNotMatch',
      ({ headers }) =>
        Object.assign(headers, { authorization: headers.authorization?.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) }),
    ],
  ])('refuses %s', async (_, name, change) => {
    const { client, folder } = await openStore()
    await expect(tampered(client, change).send(put)).rejects.toMatchObject({ name })
    await expect.poll(() => filesUnder(folder)).toEqual([])
  })

  it('refuses other keys, another secret and another region', async () => {
    const { url } = await openStore()
    const name = async (config: Parameters<typeof clientOf>[1]) => expect(clientOf(url, config).send(put)).rejects
    await (await name({ credentials: { ...credentials, accessKeyId: 'OTHER' } })).toMatchObject({ name: 'InvalidAccessKeyId' })
    await (await name({ credentials: { ...credentials, secretAccessKey: 'guess' } })).toMatchObject({ name: 'SignatureDoesNotMatch' })
    await (await name({ region: 'cn-northwest-1' })).toMatchObject({ name: 'AuthorizationHeaderMalformed' })
  })

  it('allows a clock to be wrong by less than a quarter of an hour', async () => {
    const { url } = await openStore()
    for (const ahead of [-14 * minutes, 14 * minutes]) await clientOf(url, { ahead }).send(put)
    const ahead = { now: () => new Date(Date.now() + 16 * minutes) }
    const behind = { now: () => new Date(Date.now() - 16 * minutes) }
    for (const clock of [ahead, behind])
      await expect((await openStore(clock)).client.send(put)).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' })
  })

  it('refuses a wrong checksum behind the chunks, and chunks that break off', async () => {
    const { url, folder } = await openStore()
    const chunked = (body: string) => {
      const client = tampered(clientOf(url), (request) => Object.assign(request, { body }))
      return client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: Readable.from(['body']), ContentLength: 4 }))
    }
    const right = 'x-amz-checksum-crc32:qS7dLg=='
    await expect(chunked(`4\r\nbody\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n`)).rejects.toMatchObject({ name: 'BadDigest' })
    await expect(chunked(`4\r\nbody\r\n0\r\n\r\n`)).rejects.toMatchObject({ name: 'MalformedTrailerError' })
    await expect(chunked(`4\r\nbody\r\n`)).rejects.toMatchObject({ name: 'IncompleteBody' })
    await expect(chunked(`8\r\nbodybody\r\n0\r\n${right}\r\n\r\n`)).rejects.toMatchObject({ name: 'IncompleteBody' })
    await expect(chunked(`4\r\nbodyX\r\n0\r\n${right}\r\n\r\n`)).rejects.toMatchObject({ name: 'IncompleteBody' })
    await expect(chunked(`nonsense`)).rejects.toMatchObject({ name: 'IncompleteBody' })
    await expect.poll(() => filesUnder(folder)).toEqual([])
  })
})

describe('presigned addresses', () => {
  const get = new GetObjectCommand({ Bucket: 'plain', Key: '年报/a b+c.txt', ResponseContentDisposition: 'attachment; filename="a.txt"' })

  it('let a file be read by anyone who has it, with the headers it names', async () => {
    const { client } = await openStore()
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: '年报/a b+c.txt', Body: 'body' }))
    const response = await fetch(await getSignedUrl(client, get))
    expect([response.status, await response.text(), response.headers.get('content-disposition')]).toEqual([
      200,
      'body',
      'attachment; filename="a.txt"',
    ])
  })

  it('let a file be written, with the type and the condition that were signed', async () => {
    const { client, url: endpoint } = await openStore()
    const command = new PutObjectCommand({ Bucket: 'plain', Key: 'k', ContentType: 'text/csv', IfNoneMatch: '*', Metadata: { a: 'b' } })
    const url = await getSignedUrl(clientOf(endpoint, { requestChecksumCalculation: 'WHEN_REQUIRED' }), command, {
      signableHeaders: new Set(['content-type', 'if-none-match', 'host']),
    })
    const write = (headers: Record<string, string>) => fetch(url, { method: 'PUT', body: 'body', headers })
    const right = { 'content-type': 'text/csv', 'if-none-match': '*' }
    expect(await codeOf(await write({ ...right, 'content-type': 'text/html' }))).toBe('403 SignatureDoesNotMatch')
    expect(await codeOf(await write(right))).toBe('200')
    expect(await codeOf(await write(right))).toBe('412 PreconditionFailed')
    expect(await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }))).toMatchObject({
      ContentType: 'text/csv',
      Metadata: { a: 'b' },
    })
  })

  it('end when they say so', async () => {
    let time = Date.now()
    const { client } = await openStore({ now: () => new Date(time) })
    await client.send(put)
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'plain', Key: 'k' }), { expiresIn: 60 })
    expect(await codeOf(await fetch(url))).toBe('200')
    const [, date, hour, minute, second] = /X-Amz-Date=(\d{8})T(\d\d)(\d\d)(\d\d)Z/.exec(url) ?? []
    time = Date.parse(`${date?.replace(/(....)(..)(..)/, '$1-$2-$3')}T${hour}:${minute}:${second}Z`) + 60_000
    expect(await codeOf(await fetch(url))).toBe('200')
    time += 1
    expect(await codeOf(await fetch(url))).toBe('403 AccessDenied')
    time -= 20 * minutes
    expect(await codeOf(await fetch(url))).toBe('403 AccessDenied')
  })

  it.each<[string, string, (url: string) => string]>([
    ['a longer life', '403 SignatureDoesNotMatch', (url) => url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000')],
    ['a life without end', '400 AuthorizationQueryParametersError', (url) => url.replace('X-Amz-Expires=900', 'X-Amz-Expires=99999999')],
    ['another key', '403 SignatureDoesNotMatch', (url) => url.replace('/k?', '/other?')],
    ['a key written with dots', '403 SignatureDoesNotMatch', (url) => url.replace('/k?', '/x%2F..%2Fk?')],
    ['another version', '403 SignatureDoesNotMatch', (url) => `${url}&versionId=x`],
    ['no signature', '400 AuthorizationQueryParametersError', (url) => url.replace(/&X-Amz-Signature=[^&]*/, '')],
    ['a short signature', '403 SignatureDoesNotMatch', (url) => url.replace(/(X-Amz-Signature=..)[^&]*/, '$1')],
    ['a second key given', '400 InvalidArgument', (url) => `${url}&X-Amz-Expires=900`],
    ['a broken escape', '400 InvalidURI', (url) => url.replace('/k?', '/%ff?')],
  ])('refuse %s', async (_, expected, change) => {
    const { client } = await openStore()
    await client.send(put)
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'plain', Key: 'k' }))
    expect(change(url)).not.toBe(url)
    expect(await codeOf(await fetch(change(url)))).toBe(expected)
  })

  it('for reading do not write', async () => {
    const { client } = await openStore()
    const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'plain', Key: 'k' }))
    expect(await codeOf(await fetch(url, { method: 'PUT', body: 'x' }))).toBe('403 SignatureDoesNotMatch')
  })

  it('check the sum of a body that was not there when they were signed', async () => {
    const { client, url: endpoint } = await openStore()
    const command = () => new PutObjectCommand({ Bucket: 'plain', Key: 'k' })
    const byDefault = await getSignedUrl(client, command())
    const whenRequired = await getSignedUrl(clientOf(endpoint, { requestChecksumCalculation: 'WHEN_REQUIRED' }), command())
    expect(byDefault.includes('x-amz-checksum-crc32=AAAAAA%3D%3D')).toBe(true) // the SDK signs the sum of nothing: use WHEN_REQUIRED
    expect(await codeOf(await fetch(byDefault, { method: 'PUT', body: 'body' }))).toBe('400 BadDigest')
    expect(await codeOf(await fetch(whenRequired, { method: 'PUT', body: 'body' }))).toBe('200')
  })
})

describe('requests of nobody', () => {
  it('read the objects of a public bucket and nothing else', async () => {
    const { client, url } = await openStore()
    for (const Bucket of ['plain', 'site']) await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'body' }))
    const ask = async (path: string, method = 'GET') =>
      codeOf(await fetch(`${url}${path}`, { method, ...(method === 'PUT' ? { body: 'x' } : {}) }))
    expect(await ask('/site/k')).toBe('200')
    expect(await ask('/site/k', 'HEAD')).toBe('200')
    for (const path of ['/plain/k', '/site', '/site?list-type=2', '/site?versions', '/site/none', '/site/k?versionId=null'])
      expect([path, await ask(path)]).toEqual([path, expect.stringContaining('403 AccessDenied')])
    for (const method of ['PUT', 'DELETE']) expect(await ask('/site/k', method)).toBe('403 AccessDenied')
    expect(await ask('/none/k')).toBe('404 NoSuchBucket')
  })
})
