import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi'

/** Whom the portal has people signed in by, and what it is called there. */
export type Provider = { readonly issuer: string; readonly clientId: string; readonly scope?: string }

/** What must be known again when the provider sends the browser back; none of it opens anything by itself. */
export type Errand = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly back: string }

export type Tokens = {
  readonly access: string
  /** Milliseconds of the clock. */
  readonly expires: number
  readonly refresh: string | undefined
  /** What the person is called, where the provider says so. */
  readonly name: string | undefined
}

type Asking = { readonly redirectUri: string; readonly back: string; readonly person?: string | undefined; readonly silent?: boolean }

/** Plain HTTP is for the local run alone. */
const plainHttp = (issuer: string) => ({ [allowInsecureRequests]: new URL(issuer).protocol === 'http:' })

const tokensOf = (answer: TokenEndpointResponse, now: number): Tokens => {
  const claims = answer.id_token === undefined ? undefined : getValidatedIdTokenClaims(answer)
  const name = claims && [claims.name, claims.preferred_username, claims.email].find((each) => typeof each === 'string')
  return {
    access: answer.access_token,
    expires: now + (answer.expires_in ?? 300) * 1000,
    refresh: answer.refresh_token,
    name: typeof name === 'string' ? name : undefined,
  }
}

/** Authorization code with PKCE, by a client that keeps no secret. */
export const connect = async ({ issuer, clientId, scope = 'openid profile' }: Provider) => {
  const options = plainHttp(issuer)
  const address = new URL(issuer)
  const server: AuthorizationServer = await processDiscoveryResponse(
    address,
    await discoveryRequest(address, { algorithm: 'oidc', ...options }),
  )
  const client = { client_id: clientId }
  return {
    /** Where the browser is sent to, and what to keep until it is back. */
    async ask({ redirectUri, back, person, silent = false }: Asking): Promise<{ errand: Errand; address: string }> {
      const errand = { state: generateRandomState(), nonce: generateRandomNonce(), verifier: generateRandomCodeVerifier(), back }
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope,
        state: errand.state,
        nonce: errand.nonce,
        code_challenge: await calculatePKCECodeChallenge(errand.verifier),
        code_challenge_method: 'S256',
        ...(silent && { prompt: 'none' }),
        ...(person !== undefined && { login_hint: person }),
      })
      return { errand, address: `${server.authorization_endpoint}?${query}` }
    },

    /** The tokens for the code that the browser came back with. */
    async finish(came: URLSearchParams, { state, nonce, verifier }: Errand, redirectUri: string): Promise<Tokens> {
      const parameters = validateAuthResponse(server, client, came, state)
      const asked = authorizationCodeGrantRequest(server, client, None(), parameters, redirectUri, verifier, options)
      const expected = { expectedNonce: nonce, requireIdToken: true }
      return tokensOf(await processAuthorizationCodeResponse(server, client, await asked, expected), Date.now())
    },

    /** New tokens for old ones; the one that renews is used up by it where the provider gives another. */
    async renew({ refresh, name }: Tokens): Promise<Tokens> {
      if (refresh === undefined) throw new Error('nothing to renew by')
      const asked = refreshTokenGrantRequest(server, client, None(), refresh, options)
      const fresh = tokensOf(await processRefreshTokenResponse(server, client, await asked), Date.now())
      return { ...fresh, refresh: fresh.refresh ?? refresh, name: fresh.name ?? name }
    },

    /** Has the provider forget what renews, and says where the browser signs out of it. */
    async signOut({ refresh }: Tokens, redirectUri: string): Promise<string> {
      if (refresh !== undefined && server.revocation_endpoint !== undefined)
        await revocationRequest(server, client, None(), refresh, options).catch(() => {})
      // Cognito calls the address to come back to `logout_uri`.
      const query = new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: redirectUri, logout_uri: redirectUri })
      return server.end_session_endpoint === undefined ? redirectUri : `${server.end_session_endpoint}?${query}`
    },
  }
}

export type Connected = Awaited<ReturnType<typeof connect>>
