import type { StoredVersion } from '../../functions/node/stored-version.ts'
import { answer, answerXml, type Call } from './call.ts'
import { S3Error } from './errors.ts'
import { checkedKey } from './incoming.ts'
import { readForm } from './multipart-form.ts'
import { keptHeaders, versionHeader } from './object-headers.ts'
import { checkPolicy } from './post-policy.ts'
import { receive } from './received-file.ts'
import { makeVersion } from './write-objects.ts'

const redirectTarget = (given: string | undefined, version: StoredVersion, bucket: string) => {
  if (!given || !URL.canParse(given)) return null // S3 too ignores what is no address
  const target = new URL(given)
  for (const [name, value] of Object.entries({ bucket, key: version.key, etag: `"${version.etag}"` })) target.searchParams.set(name, value)
  return target.href
}

/** A presigned POST: the browser's upload by a form, allowed by its policy and by nothing else. */
export const postObject = async ({ request, response, bucket, store }: Pick<Call, 'request' | 'response' | 'bucket' | 'store'>) => {
  const { name } = bucket.settings
  const form = await readForm(request)
  try {
    const key = checkedKey((form.fields.get('key') ?? '').replace(/\$\{filename\}/g, () => form.filename))
    const fields = new Map(form.fields).set('key', key)
    const { smallest, largest } = checkPolicy(fields, name, store.settings, store.now())
    const claims = Object.fromEntries(fields)
    const headers = keptHeaders(claims)
    const version = await receive(form.file, { file: bucket.temporaryFile(), largest }, async (received) => {
      await form.whole
      if (received.size < smallest)
        throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
          details: { MinSizeAllowed: smallest },
        })
      return makeVersion(store, bucket, received, { how: 'Post', key, headers, claims })
    })
    const location = `http://${request.headers.host}/${name}/${encodeURIComponent(key)}`
    const told = { etag: `"${version.etag}"`, ...versionHeader(version) }
    const redirect = redirectTarget(fields.get('success_action_redirect') ?? fields.get('redirect'), version, name)
    const status = fields.get('success_action_status')
    if (redirect) answer(response, 303, { ...told, location: redirect })
    else if (status !== '201') answer(response, status === '200' ? 200 : 204, { ...told, location })
    else answerXml(response, 201, 'PostResponse', { Location: location, Bucket: name, Key: key, ETag: told.etag }, { ...told, location })
  } catch (error) {
    form.skip()
    throw error
  }
}
