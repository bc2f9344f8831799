import { answer, answerXml, type Call } from './call.ts'
import { deleteObjects } from './delete-objects.ts'
import { S3Error } from './errors.ts'
import type { Incoming } from './incoming.ts'
import { listObjects, listObjectsV2, listVersions } from './list-objects.ts'
import { getObject } from './read-objects.ts'
import { copyObject, deleteObject, putObject } from './write-objects.ts'

type Operation = {
  readonly method: string
  readonly on: 'bucket' | 'object'
  /** The parameter, and its value where it has one, that tells this operation from others on the same thing. */
  readonly named?: readonly [parameter: string, value?: string]
  /** What else may be asked in the query. */
  readonly takes?: RegExp
  readonly run: (call: Call) => void | Promise<void>
}

const headBucket = ({ response, store }: Call) => answer(response, 200, { 'x-amz-bucket-region': store.settings.region })
const getLocation = ({ response, store }: Call) => answerXml(response, 200, 'LocationConstraint', store.settings.region)
const putOrCopy = (call: Call) => (call.incoming.headers['x-amz-copy-source'] === undefined ? putObject(call) : copyObject(call))

const LISTED = 'prefix|delimiter|max-keys|encoding-type'

/** Everything that the store does; each is found by what it names, those that name nothing last. */
const OPERATIONS: readonly Operation[] = [
  { method: 'HEAD', on: 'bucket', run: headBucket },
  { method: 'GET', on: 'bucket', named: ['location'], run: getLocation },
  {
    method: 'GET',
    on: 'bucket',
    named: ['list-type', '2'],
    takes: new RegExp(`^(${LISTED}|continuation-token|start-after|fetch-owner)$`),
    run: listObjectsV2,
  },
  {
    method: 'GET',
    on: 'bucket',
    named: ['versions'],
    takes: new RegExp(`^(${LISTED}|key-marker|version-id-marker)$`),
    run: listVersions,
  },
  { method: 'GET', on: 'bucket', takes: new RegExp(`^(${LISTED}|marker)$`), run: listObjects },
  { method: 'POST', on: 'bucket', named: ['delete'], run: deleteObjects },
  { method: 'GET', on: 'object', takes: /^(versionId|response-.+)$/, run: getObject },
  { method: 'HEAD', on: 'object', takes: /^(versionId|response-.+)$/, run: getObject },
  { method: 'PUT', on: 'object', run: putOrCopy },
  { method: 'DELETE', on: 'object', takes: /^versionId$/, run: deleteObject },
]

/** Parameters that change no operation: the signature's, headers of a presigned address, and the name that the SDK gives the operation. */
const CHANGES_NOTHING = /^(x-amz-.+|x-id)$/i

/** What a request asks for. Whatever is not in the list is refused: taken for what it is not, it might overwrite an object with its tags. */
export const operationOf = ({ method, key, query }: Incoming): Operation['run'] => {
  const asked = Array.from(query.keys()).filter((name) => !CHANGES_NOTHING.test(name))
  const here = OPERATIONS.filter((each) => each.method === method && each.on === (key === '' ? 'bucket' : 'object'))
  const isNamed = ({ named }: Operation) =>
    named !== undefined && query.has(named[0]) && (named[1] === undefined || query.get(named[0]) === named[1])
  const operation = here.find(isNamed) ?? here.find(({ named }) => named === undefined)
  const unknown = asked.find((name) => name !== operation?.named?.[0] && !operation?.takes?.test(name))
  if (operation === undefined || unknown !== undefined)
    throw new S3Error(
      'NotImplemented',
      `${method} of ${key === '' ? 'a bucket' : 'an object'}${unknown === undefined ? '' : ` with ?${unknown}`} is not implemented.`,
    )
  return operation.run
}
