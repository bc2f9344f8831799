import type { S3Client } from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { ENVIRONMENT } from '../../shared/pipeline.ts'
import type { UploadSigner } from '../../shared/ports/upload-signer.ts'
import type { Surroundings } from './ports-of.ts'
import { openS3 } from './s3-files.ts'

const base64OfHex = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')

/** Presigned POSTs of S3. Every field is bound by the policy, so S3 itself refuses another key, type, size or other bytes. */
const s3UploadSigner = (client: S3Client, Bucket: string): UploadSigner => ({
  sign: ({ key, contentType, maxBytes, sha256, expiresInSeconds }) =>
    createPresignedPost(client, {
      Bucket,
      Key: key,
      Expires: expiresInSeconds,
      Conditions: [['content-length-range', 1, maxBytes]],
      Fields: {
        'Content-Type': contentType,
        'x-amz-checksum-algorithm': 'SHA256',
        'x-amz-checksum-sha256': base64OfHex(sha256),
      },
    }),
})

export const signingPort = ({ settings, variable }: Surroundings) => ({
  uploadSigner: () => s3UploadSigner(openS3(settings), variable(ENVIRONMENT.uploadsBucket)),
})
