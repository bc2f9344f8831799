import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  ClientSecretBasic,
  calculatePKCECodeChallenge,
  clientCredentialsGrantRequest,
  discoveryRequest,
  generateRandomCodeVerifier,
  None,
  processAuthorizationCodeResponse,
  processClientCredentialsResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  validateAuthResponse,
} from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, type Ports } from '../../../local/addresses.ts'
import { type Identity, openIdentity } from '../../../local/identity.ts'
import { openServiceKey, type ServiceKey } from '../../../local/service-key.ts'
import { DEMO_PEOPLE } from '../../../local/sign-in/people.ts'
import { startSignIn } from '../../../local/sign-in/server.ts'
import { serviceClientOf } from '../../../local/sign-in/service-clients.ts'
import { PORTAL_CLIENT } from '../../../shared/http-api/sign-in.ts'
import { freePorts } from '../../free-ports.ts'

const INSECURE = { [allowInsecureRequests]: true }
const CLIENT = { client_id: PORTAL_CLIENT }
const [CLERK, COLLEAGUE] = DEMO_PEOPLE

let folder: string
let ports: Ports
let issuer: string
let key: ServiceKey
let identity: Identity
let stop: () => Promise<void>
const faults: unknown[] = []

const begin = async (): Promise<void> => {
  stop = await startSignIn({ folder, ports, key, identity, people: DEMO_PEOPLE, onFault: (fault) => faults.push(fault) })
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-sign-in-'))
  ports = await freePorts()
  issuer = addressOf(ports.signIn)
  key = await openServiceKey(folder)
  identity = await openIdentity(folder, issuer)
  await begin()
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true })
})

const server = async () =>
  processDiscoveryResponse(new URL(issuer), await discoveryRequest(new URL(issuer), { algorithm: 'oidc', ...INSECURE }))

/** A browser that follows redirects as far as the portal, and shows the page it comes to. */
const browser = () => {
  const cookies = new Map<string, string>()
  const go = async (address: string, init: RequestInit = {}, redirects = 0): Promise<{ at: URL; status: number; text: string }> => {
    if (address.startsWith(addressOf(ports.portal))) return { at: new URL(address), status: 200, text: '' }
    const headers = { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const response = await fetch(address, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (redirects > 10) throw new Error(`round and round: ${address}`)
    if (location !== null) return go(new URL(location, address).href, {}, redirects + 1)
    return { at: new URL(address), status: response.status, text: await response.text() }
  }
  const press = (at: URL, person: string) => go(at.href, { method: 'POST', body: new URLSearchParams({ person }) })
  return { go, press }
}

const request = async (extra: Record<string, string> = {}) => {
  const verifier = generateRandomCodeVerifier()
  const query = new URLSearchParams({
    client_id: PORTAL_CLIENT,
    redirect_uri: `${addressOf(ports.portal)}/`,
    response_type: 'code',
    scope: 'openid profile',
    state: 'there',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...extra,
  })
  return { verifier, address: `${(await server()).authorization_endpoint}?${query}` }
}

const exchange = async (at: URL, verifier: string) => {
  const as = await server()
  const parameters = validateAuthResponse(as, CLIENT, at, 'there')
  const asked = authorizationCodeGrantRequest(as, CLIENT, None(), parameters, `${addressOf(ports.portal)}/`, verifier, INSECURE)
  return processAuthorizationCodeResponse(as, CLIENT, await asked)
}
/** Who is signed in, by a token that the provider gives without asking anybody. */
const silently = async (go: ReturnType<typeof browser>['go']): Promise<unknown> => {
  const { verifier, address } = await request({ prompt: 'none' })
  return (await identity.claimsOf((await exchange((await go(address)).at, verifier)).access_token))?.sub
}
const renew = async (token: string) => {
  const as = await server()
  return processRefreshTokenResponse(as, CLIENT, await refreshTokenGrantRequest(as, CLIENT, None(), token, INSECURE))
}

describe('the provider of the local run', () => {
  it('lets people be chosen by one click, and gives out a token that the API takes', async () => {
    const { go, press } = browser()
    const { verifier, address } = await request()
    const choice = await go(address)
    for (const { name } of DEMO_PEOPLE) expect(choice.text).toContain(name)
    const { at } = await press(choice.at, CLERK?.sub ?? '')
    const tokens = await exchange(at, verifier)
    expect(await identity.claimsOf(tokens.access_token)).toMatchObject({ sub: 'demo-clerk', role: 'clerk', agency: 'demo', aud: 'nianbao' })
    const { payload } = await jwtVerify(tokens.id_token ?? '', createRemoteJWKSet(new URL((await server()).jwks_uri ?? '')))
    expect(payload).toMatchObject({ sub: 'demo-clerk', name: CLERK?.name })

    expect(await silently(go)).toBe('demo-clerk')
    const stranger = await browser().go((await request({ prompt: 'none' })).address)
    expect(stranger.at.searchParams.get('error')).toBe('login_required')
  })

  it('renews tokens once each: who comes with one a second time ends the session of both', async () => {
    const { go } = browser()
    const { verifier, address } = await request({ login_hint: 'demo-reviewer' })
    const first = await exchange((await go(address)).at, verifier)
    const second = await renew(first.refresh_token ?? '')
    expect(await identity.claimsOf(second.access_token)).toMatchObject({ sub: 'demo-reviewer', role: 'reviewer' })
    await expect(renew(first.refresh_token ?? '')).rejects.toThrow()
    await expect(renew(second.refresh_token ?? '')).rejects.toThrow()
  })

  it('asks before a link changes who is signed in', async () => {
    const { go, press } = browser()
    await go((await request({ login_hint: 'demo-clerk' })).address)
    const { verifier, address } = await request({ login_hint: 'demo-colleague' })
    const asked = await go(address)
    expect(asked.text).toContain(`以<strong>${CLERK?.name}`)
    expect(asked.text).toContain(`换成${COLLEAGUE?.name}`)

    expect(await silently(go)).toBe('demo-clerk') // nothing has changed yet
    const handover = await press((await go(address)).at, 'demo-colleague')
    const [, action = ''] = /action="([^"]+)"/.exec(handover.text) ?? []
    const fields = [...handover.text.matchAll(/name="(\w+)" value="([^"]+)"/g)].map(([, name = '', value = '']) => [name, value])
    const { at } = await go(action, { method: 'POST', body: new URLSearchParams(fields) })
    expect(await identity.claimsOf((await exchange(at, verifier)).access_token)).toMatchObject({ sub: 'demo-colleague' })
  })

  it('takes no code without its verifier, and sends nobody to another address', async () => {
    const { go } = browser()
    const { address } = await request({ login_hint: 'demo-clerk' })
    const { at } = await go(address)
    await expect(exchange(at, generateRandomCodeVerifier())).rejects.toThrow()
    const elsewhere = await browser().go((await request({ redirect_uri: 'http://127.0.0.1:1/' })).address)
    expect([elsewhere.status, elsewhere.text]).toEqual([400, expect.stringContaining('登录没有完成')])
  })

  it('gives an agency’s own system a token of its agency, by its secret', async () => {
    const as = await server()
    const ask = async (agency: string, secret = serviceClientOf(agency, key).client_secret) => {
      const client = { client_id: `service-${agency}` }
      const asked = clientCredentialsGrantRequest(as, client, ClientSecretBasic(secret), {}, INSECURE)
      return processClientCredentialsResponse(as, client, await asked)
    }
    expect(await identity.claimsOf((await ask('minzheng')).access_token)).toMatchObject({
      ...{ sub: 'service-minzheng', role: 'clerk', agency: 'minzheng' },
    })
    await expect(ask('minzheng', serviceClientOf('shuili', key).client_secret)).rejects.toThrow()
    expect(JSON.parse(await readFile(join(folder, 'service-client.json'), 'utf8'))).toEqual(serviceClientOf('demo', key))
  })

  it('remembers who is signed in when it starts again', async () => {
    const { go } = browser()
    const { verifier, address } = await request({ login_hint: 'demo-administrator' })
    const { refresh_token } = await exchange((await go(address)).at, verifier)
    await stop()
    await begin()
    expect(await silently(go)).toBe('demo-administrator')
    expect(await identity.claimsOf((await renew(refresh_token ?? '')).access_token)).toMatchObject({ role: 'administrator' })
  })

  it('signs out after a question', async () => {
    const { go } = browser()
    await go((await request({ login_hint: 'demo-clerk' })).address)
    const portal = `${addressOf(ports.portal)}/`
    const query = new URLSearchParams({ client_id: PORTAL_CLIENT, post_logout_redirect_uri: portal })
    const asked = await go(`${(await server()).end_session_endpoint}?${query}`)
    expect(asked.text).toContain('确定要退出登录吗')
    const [, action = ''] = /action="([^"]+)"/.exec(asked.text) ?? []
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(asked.text) ?? []
    expect((await go(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) })).at.href).toBe(portal)
    expect((await go((await request({ prompt: 'none' })).address)).at.searchParams.get('error')).toBe('login_required')
  })

  it('answers its pages with strict headers, and knows no fault', async () => {
    const response = await fetch(`${issuer}/`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toContain('演示登录服务')
    expect((await fetch(`${issuer}//.well-known/openid-configuration`)).status).toBe(200)
    expect(faults).toEqual([])
  })
})
