import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { ENVIRONMENT } from '../../shared/pipeline.ts'
import type { DownloadSigner } from '../../shared/ports/download-signer.ts'
import type { Surroundings } from './ports-of.ts'
import { openS3 } from './s3-files.ts'

/** A name in any script, as RFC 6266 and 8187 have it, with a plain one for clients that know neither. */
const attachment = (fileName: string): string => {
  const [, ending = ''] = /(\.[A-Za-z0-9]{1,8})$/.exec(fileName) ?? []
  const coded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, '')).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="report${ending}"; filename*=UTF-8''${coded}`
}

/** Presigned GETs of S3. The type is one that no browser opens: what was handed in may be a page with scripts. */
const s3DownloadSigner = (client: S3Client, Bucket: string): DownloadSigner => ({
  sign: ({ key, version, fileName, expiresInSeconds }) =>
    getSignedUrl(
      client,
      new GetObjectCommand({
        Bucket,
        Key: key,
        VersionId: version,
        ResponseContentDisposition: attachment(fileName),
        ResponseContentType: 'application/octet-stream',
        ResponseCacheControl: 'no-store',
      }),
      { expiresIn: expiresInSeconds },
    ),
})

export const downloadPort = ({ settings, variable }: Surroundings) => ({
  downloadSigner: () => s3DownloadSigner(openS3(settings), variable(ENVIRONMENT.uploadsBucket)),
})
