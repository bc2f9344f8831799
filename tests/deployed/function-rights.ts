import { type Known, textOf } from './template-values.ts'

type Statement = { readonly Effect: string; readonly Action: string | string[]; readonly Resource: unknown; readonly Condition?: unknown }
type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> }
export type TemplateJson = { readonly Resources: Readonly<Record<string, Resource>> }

/** An action on an ARN, in which `*` stands for anything. */
export type Right = { readonly action: string; readonly arn: string }

/** What a function did: an action, on an ARN that is spelt out. */
export type Call = Right

/** The platform uses these for the function, before and after its code runs. */
const PLATFORM =
  /^(logs:(CreateLogStream|PutLogEvents)|sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes|GetQueueUrl|ChangeMessageVisibility))$/

const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/** What the role of a function may do, as its policies in the template say, without what the platform does by it. */
export const rightsOf = ({ Resources }: TemplateJson, roleId: string, known: Known): Right[] => {
  const policies = Object.values(Resources).filter(
    ({ Type, Properties }) => Type === 'AWS::IAM::Policy' && JSON.stringify(Properties.Roles).includes(`"Ref":"${roleId}"`),
  )
  const statements = policies.flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement)
  return statements.flatMap(({ Effect, Action, Resource }) => {
    if (Effect !== 'Allow') throw new Error(`a statement of ${roleId} is no permission`)
    const actions = listed(Action).filter((action) => !PLATFORM.test(action))
    return actions.flatMap((action) => listed(Resource).map((on) => ({ action, arn: textOf(on, known) })))
  })
}

const matches = (pattern: string, arn: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 's').test(arn)
}

const permits = (right: Right, call: Call): boolean => right.action === call.action && matches(right.arn, call.arn)

const lineOf = ({ action, arn }: Right): string => `${action} ${arn}`

/** The calls that no right permits, each once. */
export const withoutRight = (rights: readonly Right[], calls: readonly Call[]): string[] => [
  ...new Set(calls.filter((call) => !rights.some((right) => permits(right, call))).map(lineOf)),
]

/**
 * The rights that no call made use of. A bucket may be listed so that S3 says of a missing object that it is missing, which it otherwise calls
 * forbidden: that right is used by whoever reads there. Mail may be sent by the identity of the address or of its domain, whichever was verified.
 */
export const neverUsed = (rights: readonly Right[], calls: readonly Call[]): string[] => {
  const reads = (bucket: string) => calls.some(({ action, arn }) => action.startsWith('s3:GetObject') && arn.startsWith(`${bucket}/`))
  const mails = calls.some(({ action }) => action === 'ses:SendEmail')
  const used = (right: Right) =>
    calls.some((call) => permits(right, call)) ||
    (right.action === 's3:ListBucket' && reads(right.arn)) ||
    (right.action === 'ses:SendEmail' && right.arn.includes(':identity/') && mails)
  return rights.filter((right) => !used(right)).map(lineOf)
}
