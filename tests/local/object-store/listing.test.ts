import {
  DeleteObjectCommand,
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
