import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { clientOf, filesUnder, openStore } from './open-store.ts'

const text = 'body of the annual report 年报'
const sha256OfText = 'AXSUVZXSTBBfxA50pku3N2ux2w6MQDxc52HkNSxdvdo='

/** Sends a signed request that no command of the SDK makes. */
const sendAs = (url: string, method: string, address: string) => {
  const client = clientOf(url)
  const { pathname, searchParams } = new URL(address, url)
  client.middlewareStack.add(
    (next) => (args) => {
      Object.assign(args.request as object, { method, path: pathname, query: Object.fromEntries(searchParams) })
      return next(args)
    },
    { step: 'build' },
  )
  return client.send(new GetObjectCommand({ Bucket: 'any', Key: 'any' }))
}

describe('objects', () => {
  it('gives back what was put, with everything it was put with', async () => {
    const { client } = await openStore()
    const kept = {
      ContentType: 'text/plain; charset=utf-8',
      CacheControl: 'max-age=60',
      ContentDisposition: 'attachment',
      ContentLanguage: 'zh',
    }
    const began = Date.now()
    const put = await client.send(
      new PutObjectCommand({ Bucket: 'uploads', Key: '2024/年报 a+b.txt', Body: text, Metadata: { agency: 'a-1' }, ...kept }),
    )
    const got = await client.send(new GetObjectCommand({ Bucket: 'uploads', Key: '2024/年报 a+b.txt' }))
    expect(await got.Body?.transformToString()).toBe(text)
    expect(got).toMatchObject({
      ...kept,
      Metadata: { agency: 'a-1' },
      ETag: put.ETag,
      VersionId: put.VersionId,
      ContentLength: Buffer.byteLength(text),
    })
    expect(put.ChecksumCRC32).toMatch(/=$/) // the SDK's own default
    expect(got.ChecksumCRC32).toBe(put.ChecksumCRC32)
    const modified = got.LastModified?.getTime() ?? 0 // in whole seconds
    expect(modified).toBeGreaterThan(began - 1000)
    expect(modified).toBeLessThanOrEqual(Date.now())
    expect(got.ContentEncoding).toBeUndefined()
  })

  it('takes a stream, which the SDK sends in chunks with a checksum behind', async () => {
    const { client } = await openStore()
    const bytes = randomBytes(5_000_000)
    const put = new PutObjectCommand({
      Bucket: 'plain',
      Key: 'big',
      Body: Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]),
      ContentLength: bytes.length,
      ChecksumAlgorithm: 'SHA256',
    })
    const { ChecksumSHA256 } = await client.send(put)
    const got = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'big' }))
    expect(bytes.equals((await got.Body?.transformToByteArray()) ?? new Uint8Array())).toBe(true)
    expect([got.ChecksumSHA256, got.VersionId]).toEqual([ChecksumSHA256, undefined])
  })

  it('keeps and gives an object of no bytes', async () => {
    const { client } = await openStore()
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'empty', Body: '' }))
    const got = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'empty' }))
    expect([await got.Body?.transformToString(), got.ETag]).toEqual(['', '"d41d8cd98f00b204e9800998ecf8427e"'])
  })

  it.each([
    ['bytes=0-3', 'body', 'bytes 0-3/32'],
    ['bytes=-3', '报', 'bytes 29-31/32'],
    ['bytes=26-', '年报', 'bytes 26-31/32'],
    ['bytes=29-999', '报', 'bytes 29-31/32'],
  ])('gives the range %s', async (Range, expected, ContentRange) => {
    const { client } = await openStore()
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text }))
    const got = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k', Range }))
    expect([await got.Body?.transformToString(), got.ContentRange, got.$metadata.httpStatusCode]).toEqual([expected, ContentRange, 206])
  })

  it('refuses a range past the end', async () => {
    const { client } = await openStore()
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text }))
    await expect(client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k', Range: 'bytes=99-' }))).rejects.toMatchObject({
      name: 'InvalidRange',
    })
  })

  it('answers conditional reads', async () => {
    const { client } = await openStore()
    const { ETag } = await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text }))
    const get = (conditions: object) => client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k', ...conditions }))
    await expect(get({ IfNoneMatch: ETag })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } })
    await expect(get({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' })
    await expect(get({ IfModifiedSince: new Date(Date.now() + 60_000) })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } })
    expect((await get({ IfMatch: ETag })).ETag).toBe(ETag)
  })

  it('names what is missing as S3 does', async () => {
    const { client } = await openStore()
    const get = (Bucket: string, more: object = {}) => client.send(new GetObjectCommand({ Bucket, Key: 'none', ...more }))
    await expect(get('plain')).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } })
    await expect(get('elsewhere')).rejects.toMatchObject({ name: 'NoSuchBucket' })
    await expect(get('uploads', { VersionId: 'x' })).rejects.toMatchObject({ name: 'NoSuchVersion' })
    await expect(client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'none' }))).rejects.toMatchObject({ name: 'NotFound' })
    expect((await client.send(new HeadBucketCommand({ Bucket: 'plain' }))).$metadata.httpStatusCode).toBe(200)
  })

  it.each([
    ['PUT', '/plain/k?tagging'],
    ['PUT', '/plain/k?acl'],
    ['PUT', '/plain/k?encryption'],
    ['PUT', '/plain/k?something-of-2030'],
    ['PUT', '/plain/k?partNumber=1&uploadId=x'],
    ['PUT', '/plain/k?versionId=x'],
    ['DELETE', '/plain/k?tagging'],
    ['DELETE', '/plain/k?uploadId=x'],
    ['POST', '/plain/k?uploads'],
    ['POST', '/plain/k?restore'],
    ['GET', '/plain/k?acl'],
    ['GET', '/plain/k?attributes'],
    ['GET', '/plain?uploads'],
    ['GET', '/plain?list-type=3'],
    ['GET', '/plain?list-type=2&marker=k'],
    ['PUT', '/plain'],
    ['DELETE', '/plain'],
    ['PUT', '/plain?policy'],
    ['PATCH', '/plain/k'],
  ])('%s %s is not implemented, and does nothing', async (method, path) => {
    const { client, url } = await openStore()
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text }))
    await expect(sendAs(url, method, path)).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } })
    expect(await (await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }))).Body?.transformToString()).toBe(text)
  })

  it.each([
    ['tags', { Tagging: 'a=b' }],
    ['an access list', { ACL: 'public-read' as const }],
    ['a redirect', { WebsiteRedirectLocation: '/elsewhere' }],
    ['a colder class', { StorageClass: 'GLACIER' as const }],
    ['encryption with a key', { ServerSideEncryption: 'aws:kms' as const }],
  ])('does not forget in silence what it cannot keep: %s', async (_what, more) => {
    const { client } = await openStore()
    const put = new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text, ...more })
    await expect(client.send(put)).rejects.toMatchObject({ name: 'NotImplemented' })
    expect((await client.send(new ListObjectsV2Command({ Bucket: 'plain' }))).KeyCount).toBe(0)
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text, ACL: 'private', StorageClass: 'STANDARD' }))
  })
})

describe('checksums', () => {
  it('keeps a right one and tells it on demand', async () => {
    const { client } = await openStore()
    await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text, ChecksumSHA256: sha256OfText }))
    const head = (mode: object) => client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'k', ...mode }))
    expect(await head({ ChecksumMode: 'ENABLED' })).toMatchObject({ ChecksumSHA256: sha256OfText, ChecksumType: 'FULL_OBJECT' })
    expect((await head({})).ChecksumSHA256).toBeUndefined()
  })

  it.each([
    ['SHA256', { ChecksumSHA256: Buffer.alloc(32).toString('base64') }, 'BadDigest'],
    ['CRC32', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest'],
    ['Content-MD5', { ContentMD5: Buffer.alloc(16).toString('base64') }, 'BadDigest'],
    ['malformed Content-MD5', { ContentMD5: 'short' }, 'InvalidDigest'],
    ['unknown kind', { ChecksumCRC32C: 'AAAAAA==' }, 'NotImplemented'],
  ])('refuses a wrong %s and stores nothing', async (_, wrong, name) => {
    const { client, folder } = await openStore()
    await expect(client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: text, ...wrong }))).rejects.toMatchObject({ name })
    await expect.poll(() => filesUnder(folder)).toEqual([])
  })
})

describe('versions', () => {
  it('keeps every one, and hides the object behind a delete marker', async () => {
    const { client } = await openStore()
    const put = async (Body: string) => (await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body }))).VersionId
    const [first, second] = [await put('one'), await put('two')]
    const get = async (VersionId?: string) =>
      (
        await client.send(new GetObjectCommand({ Bucket: 'uploads', Key: 'k', ...(VersionId ? { VersionId } : {}) }))
      ).Body?.transformToString()
    expect([await get(), await get(first), await get(second)]).toEqual(['two', 'one', 'two'])

    const marker = await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'k' }))
    expect(marker.DeleteMarker).toBe(true)
    await expect(get()).rejects.toMatchObject({ name: 'NoSuchKey' })
    await expect(get(marker.VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' })
    expect(await get(first)).toBe('one')

    await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'k', VersionId: marker.VersionId }))
    expect(await get()).toBe('two')
    await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'k', VersionId: second }))
    expect(await get()).toBe('one')
    await expect(get(second)).rejects.toMatchObject({ name: 'NoSuchVersion' })
  })

  it('overwrites and deletes for good where none are kept', async () => {
    const { client, folder } = await openStore()
    for (const Body of ['one', 'two']) await client.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body }))
    await expect.poll(async () => (await filesUnder(folder)).length).toBe(2)
    await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'k' }))
    await client.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'k' })) // once more is fine
    await expect.poll(() => filesUnder(folder)).toEqual([])
  })
})

describe('copies', () => {
  it('copies bytes, metadata and checksum, of the version named', async () => {
    const { client } = await openStore()
    const source = { Bucket: 'uploads', Key: '年报 %2F.txt' }
    const { VersionId } = await client.send(
      new PutObjectCommand({ ...source, Body: text, ContentType: 'text/plain', Metadata: { a: 'b' }, ChecksumSHA256: sha256OfText }),
    )
    await client.send(new PutObjectCommand({ ...source, Body: 'newer' }))
    const CopySource = `uploads/${encodeURIComponent(source.Key)}?versionId=${VersionId}`
    const copied = await client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'copy', CopySource }))
    expect(copied.CopySourceVersionId).toBe(VersionId)
    const got = await client.send(new GetObjectCommand({ Bucket: 'plain', Key: 'copy' }))
    expect(got).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { a: 'b' },
      ChecksumSHA256: sha256OfText,
      ETag: copied.CopyObjectResult?.ETag,
    })
    expect(await got.Body?.transformToString()).toBe(text)

    const replaced = {
      Bucket: 'plain',
      Key: 'copy',
      CopySource: 'plain/copy',
      MetadataDirective: 'REPLACE',
      ContentType: 'text/csv',
    } as const
    await client.send(new CopyObjectCommand(replaced))
    expect(await client.send(new HeadObjectCommand({ Bucket: 'plain', Key: 'copy' }))).toMatchObject({
      ContentType: 'text/csv',
      Metadata: {},
    })
  })

  it('refuses a source that is not there', async () => {
    const { client } = await openStore()
    const copy = (CopySource: string) => client.send(new CopyObjectCommand({ Bucket: 'plain', Key: 'k', CopySource }))
    await expect(copy('plain/none')).rejects.toMatchObject({ name: 'NoSuchKey' })
    await expect(copy('none/none')).rejects.toMatchObject({ name: 'NoSuchBucket' })
    await expect(copy('none')).rejects.toMatchObject({ name: 'InvalidArgument' })
  })
})

describe('conditional writes', () => {
  it.each(['plain', 'uploads'])('lets one of 50 racing writers win in %s', async (Bucket) => {
    const { client, url } = await openStore()
    const many = clientOf(url, { requestHandler: { httpAgent: { maxSockets: 50 } } })
    const put = (Body: string) => many.send(new PutObjectCommand({ Bucket, Key: 'k', Body, IfNoneMatch: '*' })).then(() => Body)
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => put(`writer ${index}`)))
    const won = results.filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'PreconditionFailed' })
    expect(await (await client.send(new GetObjectCommand({ Bucket, Key: 'k' }))).Body?.transformToString()).toBe(won[0]?.value)
  })

  it('lets one of 50 racing writers change the version they all saw', async () => {
    const { client } = await openStore()
    const { ETag } = await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body: 'first' }))
    const put = (Body: string) => client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body, IfMatch: ETag }))
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => put(`writer ${index}`)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('writes anew after a deletion, and nothing to match is NoSuchKey', async () => {
    const { client } = await openStore()
    const put = (condition: object) => client.send(new PutObjectCommand({ Bucket: 'uploads', Key: 'k', Body: 'x', ...condition }))
    await expect(put({ IfMatch: '"x"' })).rejects.toMatchObject({ name: 'NoSuchKey' })
    await put({ IfNoneMatch: '*' })
    await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'k' }))
    await put({ IfNoneMatch: '*' })
    await expect(put({ IfMatch: '"x"' })).rejects.toMatchObject({ name: 'PreconditionFailed' })
  })
})

describe('keys', () => {
  const hostile = [
    '../../../escape',
    '..',
    '.',
    '/',
    '/absolute',
    'a//b',
    'a/',
    '年报/二〇二四.docx',
    'a\\..\\b',
    '%2e%2e/x',
    'nul\u0000byte',
    '~!*()\'"<>&?#+ =',
    '长'.repeat(341),
    'CON',
    'é',
    'e\u0301',
    '🀄',
  ]
  it('keeps hostile keys apart and inside the folder', async () => {
    const { client, folder } = await openStore()
    for (const Key of hostile) await client.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: `of ${Key}` }))
    for (const Key of hostile)
      expect(await (await client.send(new GetObjectCommand({ Bucket: 'plain', Key }))).Body?.transformToString()).toBe(`of ${Key}`)
    for (const name of await filesUnder(folder)) expect(name).toMatch(/^[0-9a-f]{64}-\d{16}\.(json|bytes)$/)
    expect(await filesUnder(folder)).toHaveLength(2 * hostile.length)
  })

  it('refuses a key longer than 1024 bytes', async () => {
    const { client } = await openStore()
    await expect(client.send(new PutObjectCommand({ Bucket: 'plain', Key: '长'.repeat(342), Body: '' }))).rejects.toMatchObject({
      name: 'KeyTooLongError',
    })
  })
})
