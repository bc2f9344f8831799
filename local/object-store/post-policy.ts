import { z } from 'zod'
import { S3Error } from './errors.ts'
import type { ObjectStoreSettings } from './settings.ts'
import { checkSignature } from './signature-v4.ts'

const Size = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).pipe(z.int().min(0))
const Condition = z.union([
  z.tuple([z.literal('content-length-range'), Size, Size]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z
    .record(z.string(), z.string())
    .refine((simple) => Object.keys(simple).length === 1)
    .transform((simple) => ['eq', `$${Object.keys(simple)[0]}`, Object.values(simple)[0] ?? ''] as ['eq', string, string]),
])
const Policy = z.strictObject({ expiration: z.iso.datetime(), conditions: z.array(Condition) })

const denied = (why: string) => new S3Error('AccessDenied', `Invalid according to Policy: ${why}`)

const readPolicy = (encoded: string) => {
  try {
    return Policy.parse(JSON.parse(Buffer.from(encoded, 'base64').toString()))
  } catch {
    throw new S3Error('InvalidPolicyDocument', 'The content of the form does not meet the conditions specified in the policy document.')
  }
}

/** Fields that prove the policy cannot stand in it; those of x-ignore- are the page's own. */
const needsCover = (name: string) => name !== 'policy' && name !== 'x-amz-signature' && !name.startsWith('x-ignore-')

const required = ['x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-signature', 'key'] as const

/** Refuses unless the form carries a policy that was signed with our keys. */
const signedPolicy = (fields: ReadonlyMap<string, string>, signer: Pick<ObjectStoreSettings, 'region' | 'credentials'>) => {
  const encoded = fields.get('policy')
  if (encoded === undefined) throw new S3Error('AccessDenied', 'Access Denied') // a form of nobody's
  const missing = required.find((name) => !fields.get(name))
  if (missing) throw new S3Error('InvalidArgument', `Bucket POST must contain a field named '${missing}' before the file.`)
  const [algorithm, credential = '', amzDate = '', signature = ''] = required.map((name) => fields.get(name))
  if (algorithm !== 'AWS4-HMAC-SHA256') throw new S3Error('InvalidArgument', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  checkSignature({ text: encoded, signature, credential, amzDate }, signer, 'InvalidArgument')
  return readPolicy(encoded)
}

/** Refuses a form that its signed policy does not allow, and answers the sizes that the policy allows. `fields` by name in lower case. */
export const checkPolicy = (fields: ReadonlyMap<string, string>, bucket: string, settings: ObjectStoreSettings, now: Date) => {
  const policy = signedPolicy(fields, settings)
  if (Date.parse(policy.expiration) <= now.getTime()) throw denied('Policy expired.')
  if ((fields.get('bucket') ?? bucket) !== bucket) throw denied('The bucket of the form is another one.')
  const sizes = { smallest: 0, largest: 5 * 1024 ** 3 }
  const covered = new Set<string>()
  for (const condition of policy.conditions) {
    if (condition[0] === 'content-length-range') {
      sizes.smallest = Math.max(sizes.smallest, condition[1])
      sizes.largest = Math.min(sizes.largest, condition[2])
      continue
    }
    const [operator, field, wanted] = condition
    const name = field.slice(1).toLowerCase()
    const value = name === 'bucket' ? bucket : fields.get(name)
    const holds = value !== undefined && (operator === 'eq' ? value === wanted : value.startsWith(wanted))
    if (!holds) throw denied(`Policy Condition failed: ${JSON.stringify(condition)}`)
    covered.add(name)
  }
  const extra = Array.from(fields.keys()).filter((name) => needsCover(name) && !covered.has(name))
  if (extra.length > 0) throw denied(`Extra input fields: ${extra.join(', ')}`)
  return sizes
}
