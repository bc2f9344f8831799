import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import type { Files } from '../../shared/ports/files.ts'
import { type AwsSettings, clientConfig, watched } from './settings.ts'

export const openS3 = (settings: AwsSettings): S3Client =>
  watched(new S3Client({ ...clientConfig(settings, settings.endpoints?.s3), forcePathStyle: settings.forcePathStyle ?? false }), settings)

const ABSENT: readonly string[] = ['NoSuchKey', 'NoSuchVersion', 'NotFound']

const unlessAbsent = async <Value>(request: Promise<Value>): Promise<Value | undefined> => {
  try {
    return await request
  } catch (error) {
    if (error instanceof S3ServiceException && ABSENT.includes(error.name)) return undefined
    throw error
  }
}

/** Objects of one S3 bucket. */
export const s3Files = (client: S3Client, Bucket: string): Files => ({
  async read(Key, VersionId) {
    const object = await unlessAbsent(client.send(new GetObjectCommand({ Bucket, Key, VersionId })))
    return object?.Body?.transformToByteArray()
  },

  async write(Key, Body, ContentType) {
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }))
  },

  async head(Key) {
    const object = await unlessAbsent(client.send(new HeadObjectCommand({ Bucket, Key })))
    // A bucket without versions has one, by the name of null.
    return object && { version: object.VersionId ?? 'null', bytes: object.ContentLength ?? 0 }
  },

  async list(Prefix) {
    const keys: string[] = []
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
      keys.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])))
    return keys
  },

  async remove(Key) {
    await client.send(new DeleteObjectCommand({ Bucket, Key }))
  },
})
