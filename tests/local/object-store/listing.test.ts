import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  type ListObjectsCommandInput,
  type ListObjectsCommandOutput,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'
import { describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'

const fill = async (client: S3Client, Bucket: string, keys: readonly string[]) => {
  for (const Key of keys) await client.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
}

describe('ListObjectsV2', () => {
  it('lists what is there in the order of the bytes, with size and etag', async () => {
    const { client } = await openStore()
    const keys = ['a', 'B', '年', '\uffee', '🀄', 'a/b', 'a-b', '<&>']
    await fill(client, 'uploads', [...keys, 'gone'])
    await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'gone' }))
    const { Contents = [], KeyCount, IsTruncated } = await client.send(new ListObjectsV2Command({ Bucket: 'uploads' }))
    expect(Contents.map(({ Key }) => Key)).toEqual(['<&>', 'B', 'a', 'a-b', 'a/b', '年', '\uffee', '🀄'])
    expect([KeyCount, IsTruncated, Contents[2]]).toEqual([
      8,
      false,
      expect.objectContaining({ Size: 1, ETag: '"0cc175b9c0f1b6a831c399e269772661"' }),
    ])
  })

  it('shows folders by prefix and delimiter, page by page, each once', async () => {
    const { client } = await openStore()
    await fill(client, 'plain', ['2023/a', '2024/', '2024/a', '2024/b/1', '2024/b/2', '2024/b/3', '2024/c/1', '2024/d', '2025'])
    const pages = paginateListObjectsV2({ client, pageSize: 2 }, { Bucket: 'plain', Prefix: '2024/', Delimiter: '/' })
    const seen: string[][] = []
    for await (const { Contents = [], CommonPrefixes = [] } of pages)
      seen.push([...Contents.map(({ Key = '' }) => Key), ...CommonPrefixes.map(({ Prefix = '' }) => Prefix)])
    expect(seen).toEqual([['2024/', '2024/a'], ['2024/b/', '2024/c/'], ['2024/d']])
  })

  it('starts after a key, and takes no page of nothing for a longer list', async () => {
    const { client } = await openStore()
    await fill(client, 'plain', ['a', 'b', 'c'])
    const list = (more: object) => client.send(new ListObjectsV2Command({ Bucket: 'plain', ...more }))
    expect((await list({ StartAfter: 'a' })).Contents?.map(({ Key }) => Key)).toEqual(['b', 'c'])
    expect(await list({ MaxKeys: 0 })).toMatchObject({ KeyCount: 0, IsTruncated: false })
    expect(await list({ MaxKeys: 3 })).toMatchObject({ KeyCount: 3, IsTruncated: false })
    await expect(list({ MaxKeys: -1 })).rejects.toMatchObject({ name: 'InvalidArgument' })
  })
})

type Asked = Pick<ListObjectsCommandInput, 'Bucket' | 'EncodingType' | 'Prefix' | 'Delimiter'>

describe('with encoding-type=url', () => {
  const strange = ['a b/年报/x+y &.txt', 'line\nbreak', '100%/\u0001']

  it.each([
    ['ListObjects', (client: S3Client, asked: Asked) => client.send(new ListObjectsCommand(asked))],
    ['ListObjectsV2', (client: S3Client, asked: Asked) => client.send(new ListObjectsV2Command(asked))],
    ['ListObjectVersions', (client: S3Client, asked: Asked) => client.send(new ListObjectVersionsCommand(asked))],
  ])('%s says so, and codes everything but the slashes', async (_name, list) => {
    const { client } = await openStore()
    await fill(client, 'uploads', strange)
    const told = await list(client, { Bucket: 'uploads', EncodingType: 'url', Prefix: 'a b/', Delimiter: '/' })
    expect(told).toMatchObject({ EncodingType: 'url', Prefix: 'a%20b/', Delimiter: '/' })
    expect(told.CommonPrefixes).toEqual([{ Prefix: 'a%20b/%E5%B9%B4%E6%8A%A5/' }])
    const all = await list(client, { Bucket: 'uploads', EncodingType: 'url' })
    const keys = ('Contents' in all ? all.Contents : 'Versions' in all ? all.Versions : [])?.map(({ Key = '' }) => Key) ?? []
    expect(keys).toEqual(['100%25/%01', 'a%20b/%E5%B9%B4%E6%8A%A5/x%2By%20%26.txt', 'line%0Abreak'])
    expect(keys.map(decodeURIComponent).sort()).toEqual(strange.toSorted())
  })

  it('and without it nothing is coded; another coding is refused', async () => {
    const { client } = await openStore()
    await fill(client, 'plain', ['a b/年报/x+y &.txt'])
    const { Contents, EncodingType } = await client.send(new ListObjectsCommand({ Bucket: 'plain' }))
    expect([Contents?.map(({ Key }) => Key), EncodingType]).toEqual([['a b/年报/x+y &.txt'], undefined])
    await expect(client.send(new ListObjectsCommand({ Bucket: 'plain', EncodingType: 'base64' as 'url' }))).rejects.toMatchObject({
      name: 'InvalidArgument',
    })
  })
})

it('ListObjects goes on after its marker, and after the last that a client has seen, be it a key or a folder', async () => {
  const { client } = await openStore()
  await fill(client, 'plain', ['2023/a', '2024/a', '2024/b', '2025', '2026/a'])
  const walk = async (markerOf: (page: { NextMarker?: string | undefined; seen: readonly string[] }) => string | undefined) => {
    const pages: string[][] = []
    let Marker: string | undefined = ''
    while (Marker !== undefined) {
      const page: ListObjectsCommandOutput = await client.send(
        new ListObjectsCommand({ Bucket: 'plain', Delimiter: '/', MaxKeys: 2, Marker }),
      )
      const seen = [...(page.CommonPrefixes ?? []).map(({ Prefix = '' }) => Prefix), ...(page.Contents ?? []).map(({ Key = '' }) => Key)]
      pages.push(seen)
      Marker = page.IsTruncated ? markerOf({ NextMarker: page.NextMarker, seen }) : undefined
    }
    return pages
  }
  const expected = [
    ['2023/', '2024/'],
    ['2026/', '2025'],
  ]
  expect(await walk(({ NextMarker }) => NextMarker)).toEqual(expected)
  expect(await walk(({ seen }) => seen.toSorted().at(-1))).toEqual(expected)
  expect((await client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual(['uploads', 'plain', 'site'])
})

it('DeleteObjects takes many at once, of any name, with or without versions', async () => {
  const { client } = await openStore()
  await fill(client, 'uploads', ['a & b <c>', 'k', 'kept'])
  const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket: 'uploads', Prefix: 'k', MaxKeys: 1 }))
  const Objects = [{ Key: 'a & b <c>' }, { Key: 'k', VersionId: Versions[0]?.VersionId }, { Key: 'never there' }]
  const { Deleted, Errors } = await client.send(new DeleteObjectsCommand({ Bucket: 'uploads', Delete: { Objects } }))
  expect([Deleted?.map(({ Key }) => Key), Errors]).toEqual([['a & b <c>', 'k', 'never there'], undefined])
  expect((await client.send(new ListObjectsV2Command({ Bucket: 'uploads' }))).Contents?.map(({ Key }) => Key)).toEqual(['kept'])
  const conditional = { Objects: [{ Key: 'kept', ETag: '"other"' }], Quiet: true }
  await expect(client.send(new DeleteObjectsCommand({ Bucket: 'uploads', Delete: conditional }))).rejects.toMatchObject({
    name: 'NotImplemented',
  })
  expect((await client.send(new ListObjectsV2Command({ Bucket: 'uploads' }))).KeyCount).toBe(1)
})

it('ListObjectVersions shows every version and marker, newest first, page by page', async () => {
  const { client } = await openStore()
  await fill(client, 'uploads', ['a', 'a', 'b'])
  await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'a' }))
  const list = (from: object) => client.send(new ListObjectVersionsCommand({ Bucket: 'uploads', MaxKeys: 1, ...from }))
  const seen: [string, boolean, boolean][] = []
  let marker: { KeyMarker?: string; VersionIdMarker?: string } | null = {}
  while (marker) {
    const page: Awaited<ReturnType<typeof list>> = await list(marker)
    for (const version of page.Versions ?? []) seen.push([version.Key ?? '', false, version.IsLatest ?? false])
    for (const version of page.DeleteMarkers ?? []) seen.push([version.Key ?? '', true, version.IsLatest ?? false])
    marker = page.IsTruncated ? { KeyMarker: page.NextKeyMarker ?? '', VersionIdMarker: page.NextVersionIdMarker ?? '' } : null
  }
  expect(seen).toEqual([
    ['a', true, true],
    ['a', false, false],
    ['a', false, false],
    ['b', false, true],
  ])
})
