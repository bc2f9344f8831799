import { readFile } from 'node:fs/promises'
import { Parser } from 'htmlparser2'
import { answerXml, type Call } from './call.ts'
import { S3Error } from './errors.ts'
import { checkedKey } from './incoming.ts'
import { checkedChecksums, receive } from './received-file.ts'
import { bodyOf } from './request-body.ts'

const [LARGEST_REQUEST, MOST_KEYS] = [2_000_000, 1000]

type Named = { Key?: string; VersionId?: string }
type Asked = { readonly objects: readonly Named[]; readonly quiet: boolean }

const malformed = () => new S3Error('MalformedXML', 'The XML you provided was not well-formed or did not validate against our schema')

/** What a request to delete names; elements that are not known would change its meaning. */
const readAsked = (xml: string): Asked => {
  const objects: Named[] = []
  const path: string[] = []
  let quiet = false
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name)
        const at = path.join('/')
        if (at === 'Delete/Object') objects.push({})
        else if (!/^Delete(\/Quiet|\/Object\/(Key|VersionId))?$/.test(at)) throw new S3Error('NotImplemented', `${at} is not implemented.`)
      },
      ontext(text) {
        const object = objects.at(-1)
        const name = path.at(-1)
        if (name === 'Quiet') quiet = text.trim() === 'true'
        else if (object && (name === 'Key' || name === 'VersionId')) object[name] = (object[name] ?? '') + text
      },
      onclosetag: () => void path.pop(),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  const isWhole = objects.length > 0 && objects.length <= MOST_KEYS && objects.every(({ Key }) => Key !== undefined)
  if (!isWhole) throw malformed()
  return { objects, quiet }
}

/** DeleteObjects: up to 1,000 at once, each told by itself. */
export const deleteObjects = async ({ request, response, incoming: { headers }, access, bucket }: Call) => {
  if (access.signed === 'no') throw new S3Error('AccessDenied', 'Access Denied')
  const body = bodyOf(request, headers, access.contentSha256)
  const { objects, quiet } = await receive(body.bytes, { file: bucket.temporaryFile(), largest: LARGEST_REQUEST }, async (received) => {
    checkedChecksums({ ...headers, ...body.check(received) }, received)
    return readAsked(await readFile(received.file, 'utf8'))
  })
  const deleted = []
  for (const { Key = '', VersionId } of objects) {
    checkedKey(Key)
    const gone = await (VersionId === undefined ? bucket.remove(Key) : bucket.removeVersion(Key, VersionId))
    const marker = gone?.deleteMarker ? { DeleteMarker: true, DeleteMarkerVersionId: gone.versionId } : {}
    deleted.push({ Key, VersionId, ...marker })
  }
  answerXml(response, 200, 'DeleteResult', { Deleted: quiet ? [] : deleted })
}
