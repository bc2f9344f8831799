import { ENVIRONMENT } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { powertoolsLog } from './powertools-log.ts'
import { type AwsSettings, type Environment, required } from './settings.ts'

/** What ports are made from: the variables of the environment, and where the services are. */
export type Surroundings = {
  readonly settings: AwsSettings
  readonly optional: (name: string) => string | undefined
  /** A variable that the deployment must have set. */
  readonly variable: (name: string) => string
}

export type Makers<Name extends keyof Ports> = { readonly [N in Name]: () => Ports[N] }

/** Ports that are met with one client. A function names the groups that it needs, and nothing of the others comes with it. */
export type PortGroup<Name extends keyof Ports = never> = (surroundings: Surroundings) => Makers<Name>

type NamesOf<Group> = Group extends (surroundings: Surroundings) => infer Made ? keyof Made & keyof Ports : never

/** Makes a thing when it is first asked for, and once. */
export const once = <Thing>(make: () => Thing): (() => Thing) => {
  let made: { readonly thing: Thing } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}

const lazily = (makers: Readonly<Record<string, () => unknown>>): object => {
  const things = {}
  for (const [name, make] of Object.entries(makers)) Object.defineProperty(things, name, { get: once(make), enumerable: true })
  return things
}

/** What every function may have. */
const always = (({ settings, optional, variable }) => {
  const address = (name: string): string => variable(name).replace(/\/$/, '')
  return {
    clock: () => ({ now: () => new Date() }),
    log: () => settings.log ?? powertoolsLog(optional('AWS_LAMBDA_FUNCTION_NAME') ?? 'nianbao'),
    siteUrl: () => address(ENVIRONMENT.siteUrl),
    portalUrl: () => address(ENVIRONMENT.portalUrl),
  }
}) satisfies PortGroup<'clock' | 'log' | 'siteUrl' | 'portalUrl'>

/** The ports of some groups. Each is made when a handler first takes it, so that a function needs only its own variables set. */
export const portsOf = <const Groups extends readonly PortGroup[]>(
  environment: Environment,
  groups: Groups,
  settings: AwsSettings = {},
): Pick<Ports, NamesOf<typeof always | Groups[number]>> => {
  const surroundings = {
    settings,
    optional: (name: string) => environment[name],
    variable: (name: string) => required(environment, name),
  }
  return lazily(Object.assign({}, ...[always, ...groups].map((group) => group(surroundings)))) as Pick<
    Ports,
    NamesOf<typeof always | Groups[number]>
  >
}
