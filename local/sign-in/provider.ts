import { createHmac } from 'node:crypto'
import { raw } from 'hono/html'
import Provider, { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider'
import { PORTAL_CLIENT } from '../../shared/http-api/sign-in.ts'
import { AUDIENCE, type Identity, personClaims } from '../identity.ts'
import type { ServiceKey } from '../service-key.ts'
import type { KeptState } from './kept-state.ts'
import { faultPage, signedOutPage, signOutPage } from './pages.ts'
import type { Account } from './people.ts'
import { agencyOfClient, clientMetadata } from './service-clients.ts'

/** Seconds. An access token is short-lived, as it cannot be taken back; a person signs in once a working day. */
const LIFETIME = { access: 15 * 60, session: 12 * 60 * 60 } as const

/** What access tokens are for, as an address: the provider knows resources by these. */
const RESOURCE = 'urn:nianbao:api'

export type ProviderSettings = {
  readonly issuer: string
  /** The portal's address, with a slash at its end: where people come from and go back to. */
  readonly portal: string
  readonly key: ServiceKey
  readonly identity: Pick<Identity, 'privateJwk'>
  readonly state: KeptState
  readonly person: (sub: string) => Account | undefined
}

/** A link that names a person is followed only by that person, or after a question. */
const asksWhoIsNamed = (person: ProviderSettings['person']) => {
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy.get('login')?.checks.add(
    new Check('another_person', 'another person is signed in', 'login_required', (ctx) => {
      const { session, params, result } = ctx.oidc
      const hint = params?.login_hint
      const differs = typeof hint === 'string' && person(hint) !== undefined && session?.accountId !== hint
      return differs && session?.accountId !== undefined && result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT
    }),
  )
  return policy
}

/** Clients of the portal's kind need no secret and may come from no other place. */
const portalClient = (portal: string) => ({
  client_id: PORTAL_CLIENT,
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code' as const],
  redirect_uris: [portal],
  post_logout_redirect_uris: [portal],
})

const configurationOf = ({ portal, key, identity, state, person }: ProviderSettings): Configuration => ({
  adapter: (model: string) => ({
    ...state.adapter(model),
    // Clients are not stored: there is one for every agency.
    ...(model === 'Client' && {
      find: async (id: string) => {
        const agency = agencyOfClient(id)
        return agency === undefined ? undefined : clientMetadata(agency, key)
      },
    }),
  }),
  jwks: { keys: [{ ...identity.privateJwk, alg: 'ES256', use: 'sig' }] },
  clients: [portalClient(portal)],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  clientBasedCORS: (_ctx, origin) => origin === new URL(portal).origin,
  findAccount: (_ctx, sub) => {
    const account = person(sub)
    return account && { accountId: sub, claims: () => ({ sub, name: account.name }) }
  },
  claims: { openid: ['sub'], profile: ['name'] },
  conformIdTokenClaims: false, // the name comes with the identity: nobody asks a second time
  scopes: ['openid', 'profile'],
  cookies: {
    keys: [createHmac('sha256', key.secretAccessKey).update('cookies').digest('base64url')],
    // Cookies know no ports: two runs on one machine share them.
    names: Object.fromEntries(
      ['session', 'interaction', 'resume'].map((name) => [name, `nianbao-${new URL(portal).port}-${name}`]),
    ) as NonNullable<Configuration['cookies']>['names'],
    long: { sameSite: 'lax', httpOnly: true },
    short: { sameSite: 'lax', httpOnly: true },
  },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  ttl: {
    AccessToken: LIFETIME.access,
    ClientCredentials: LIFETIME.access,
    IdToken: LIFETIME.access,
    AuthorizationCode: 60,
    Interaction: 10 * 60,
    Session: LIFETIME.session,
    Grant: LIFETIME.session,
    RefreshToken: LIFETIME.session,
  },
  interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy: asksWhoIsNamed(person) },
  // The portal is ours: nobody is asked whether it may know who they are.
  loadExistingGrant: async (ctx) => {
    const { client, session, provider } = ctx.oidc
    if (client === undefined || session?.accountId === undefined) return undefined
    const known = session.grantIdFor(client.clientId)
    const grant =
      (known === undefined ? undefined : await provider.Grant.find(known)) ??
      new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope('openid profile')
    grant.addResourceScope(RESOURCE, 'openid profile')
    await grant.save()
    return grant
  },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: { enabled: true },
    userinfo: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx: KoaContextWithOIDC, form: string) => {
        ctx.body = String(signOutPage(raw(form), portal))
      },
      postLogoutSuccessSource: (ctx: KoaContextWithOIDC) => {
        ctx.body = String(signedOutPage(portal))
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== RESOURCE) throw new errors.InvalidTarget()
        return { scope: 'openid profile', audience: AUDIENCE, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } }
      },
    },
  },
  formats: {
    customizers: {
      // As the cloud's pre-token function does: the API reads who may do what from the token alone.
      jwt: (_ctx, token, jwt) => {
        const { payload } = jwt
        const agency = agencyOfClient(String(payload.client_id))
        const account = 'accountId' in token && typeof token.accountId === 'string' ? person(token.accountId) : undefined
        delete payload.scope
        if (account !== undefined) Object.assign(payload, personClaims(account))
        else if (agency !== undefined) Object.assign(payload, personClaims({ sub: String(payload.sub), role: 'clerk', agency }))
        return jwt
      },
    },
  },
  renderError: (ctx) => {
    ctx.type = 'html'
    ctx.body = String(faultPage(portal))
  },
})

/** A whole OpenID Connect provider, for the people and the programs of a local run. */
export const createProvider = (settings: ProviderSettings): Provider => new Provider(settings.issuer, configurationOf(settings))
