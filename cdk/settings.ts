import { CfnParameter, Token } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** What differs from one installation to the next. */
export type Settings = {
  /** OpenID Connect: who signs the tokens, and for whom. */
  readonly issuer: string
  readonly audience: string
  /** The address that mail comes from. */
  readonly sender: string
  /** Name of a secret in Secrets Manager, where mail goes by SMTP and not by SES. */
  readonly smtpSecret: string | undefined
  /** Where alarms are mailed to. */
  readonly alarmMail: string | undefined
  /** Own addresses in front of the site and the portal, without a slash at the end. */
  readonly siteUrl: string | undefined
  readonly portalUrl: string | undefined
}

const optional = (scope: Construct, name: string): string | undefined => {
  const value: unknown = scope.node.tryGetContext(name)
  if (value === undefined || value === '') return undefined
  if (typeof value !== 'string') throw new Error(`Context "${name}" must be a text; give it as -c ${name}=…`)
  return value
}

/**
 * A value without which nothing runs. Where the context lacks it, it becomes a parameter without default:
 * the template can still be synthesized, and deploying says which value is missing.
 */
const required = (scope: Construct, name: string, description: string): string =>
  optional(scope, name) ??
  new CfnParameter(
    scope,
    name.replace(/^./, (first) => first.toUpperCase()),
    { description: `${description}. Give it as -c ${name}=…` },
  ).valueAsString

/** An address alone: with a name beside it, the permission to send would not fit. */
const checkedSender = (sender: string): string => {
  if (Token.isUnresolved(sender) || /^[^@\s<>]+@[^@\s<>]+$/.test(sender)) return sender
  throw new Error(`Context "sender" must be a mail address alone, like annual-report@example.gov.cn; it is ${sender}`)
}

/** An address without a path, as browsers name it as an origin. */
const checkedOrigin = (name: string, url: string | undefined): string | undefined => {
  if (url === undefined || /^https?:\/\/[^/]+$/.test(url)) return url
  throw new Error(`Context "${name}" must be an address without a path and without a slash at the end; it is ${url}`)
}

export const readSettings = (scope: Construct): Settings => ({
  issuer: required(scope, 'issuer', 'Issuer of the OpenID Connect tokens, an https address'),
  audience: required(scope, 'audience', 'Audience of the tokens: the client id of the portal'),
  sender: checkedSender(required(scope, 'sender', 'Mail address that feedback comes from')),
  smtpSecret: optional(scope, 'smtpSecret'),
  alarmMail: optional(scope, 'alarmMail'),
  siteUrl: checkedOrigin('siteUrl', optional(scope, 'siteUrl')),
  portalUrl: checkedOrigin('portalUrl', optional(scope, 'portalUrl')),
})
