import type { Template } from 'aws-cdk-lib/assertions'
import type { FunctionName } from '../../shared/pipeline.ts'

export type { Template } from 'aws-cdk-lib/assertions'

type Value = string | number | boolean | { readonly [key: string]: Value } | readonly Value[]
export type Resource = {
  readonly Type: string
  readonly Properties: Readonly<Record<string, Value>>
  readonly DependsOn?: string[]
  readonly DeletionPolicy?: string
}

/** A name as it was given: what the CDK made of it, without the hash at its end. */
const given = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '')

/** A value of the template in one line: `{"Fn::GetAtt": ["Uploads4F6EB0FD", "Arn"]}` is `Uploads`. */
export const plain = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(plain).join(',')
  if (typeof value !== 'object' || value === null) return String(value)
  const [[kind, of] = ['', '']] = Object.entries(value)
  if (kind === 'Ref') return given(String(of))
  if (kind === 'Fn::GetAtt' && Array.isArray(of)) return of[1] === 'Arn' ? given(String(of[0])) : `${given(String(of[0]))}.${of[1]}`
  if (kind === 'Fn::Join' && Array.isArray(of)) return (of[1] as unknown[]).map(plain).join(String(of[0]))
  return JSON.stringify(value)
}

export const resourcesOf = (template: Template, type: string): Record<string, Resource> =>
  Object.fromEntries(Object.entries(template.findResources(type)).map(([id, resource]) => [given(id), resource as Resource]))

export const resource = (template: Template, type: string, name: string): Resource => {
  const found = resourcesOf(template, type)[name.replaceAll('-', '')]
  if (found === undefined) throw new Error(`No ${type} named ${name}`)
  return found
}

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown }
export const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value])

/** What a function may do, one line for an action and a resource, sorted: `s3:PutObject Uploads/uploads/*`. */
export const permissionsOf = (template: Template, name: FunctionName): string[] => {
  const handler = resource(template, 'AWS::Lambda::Function', name)
  const role = plain(handler.Properties.Role)
  const policies = Object.values(resourcesOf(template, 'AWS::IAM::Policy')).filter(({ Properties }) => plain(Properties.Roles) === role)
  if (policies.length === 0) throw new Error(`${name} has no policy`)
  const statements = policies.flatMap(({ Properties }) => (Properties.PolicyDocument as unknown as { Statement: Statement[] }).Statement)
  const allowed = statements.flatMap(({ Effect, Action, Resource }) => {
    if (Effect !== 'Allow') throw new Error(`${name} has a statement that is no permission`)
    return list(Action).flatMap((action) => list(Resource).map((on) => `${action} ${plain(on)}`))
  })
  return allowed.sort()
}
