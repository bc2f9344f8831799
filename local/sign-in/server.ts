import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { pageHeaders } from '../../shared/http-api/page-headers.ts'
import { addressOf, type Ports } from '../addresses.ts'
import type { OnFault } from '../faults.ts'
import type { Identity } from '../identity.ts'
import type { ServiceKey } from '../service-key.ts'
import { openKeptState } from './kept-state.ts'
import { changePage, choicePage, faultPage, homePage, STYLE, STYLE_PATH } from './pages.ts'
import type { Account } from './people.ts'
import { createProvider } from './provider.ts'
import { noteServiceClient } from './service-clients.ts'

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

export type SignIn = {
  readonly folder: string
  readonly ports: Ports
  readonly key: ServiceKey
  readonly identity: Identity
  /** Who can sign in; looked up anew each time. */
  readonly people: readonly Account[]
  readonly onFault: OnFault
}

const answer = ({ response }: Exchange, page: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(String(page))
}

const formOf = async ({ request }: Exchange): Promise<URLSearchParams> => {
  let body = ''
  for await (const part of request) {
    body += part
    if (body.length > 2_000) break
  }
  return new URLSearchParams(body)
}

const interaction = async (exchange: Exchange, provider: Provider, people: readonly Account[], portal: string): Promise<void> => {
  const { request, response } = exchange
  const person = (sub: unknown): Account | undefined => people.find((each) => each.sub === sub)
  const details = await provider.interactionDetails(request, response)
  const signIn = (accountId: string) => provider.interactionFinished(request, response, { login: { accountId } })

  if (request.method === 'POST') {
    const chosen = person((await formOf(exchange)).get('person'))
    return chosen === undefined ? answer(exchange, faultPage(portal), 400) : signIn(chosen.sub)
  }
  const action = request.url ?? ''
  const [now, named] = [person(details.session?.accountId), person(details.params.login_hint)]
  if (named === undefined) return answer(exchange, choicePage(action, people))
  return now === undefined || now === named ? signIn(named.sub) : answer(exchange, changePage(action, now, named, portal))
}

/** Starts the provider at its own address; returns what stops it. */
export const startSignIn = async ({ folder, ports, key, identity, people, onFault }: SignIn): Promise<() => Promise<void>> => {
  const [issuer, portal] = [addressOf(ports.signIn), `${addressOf(ports.portal)}/`]
  const state = await openKeptState(folder, onFault)
  await noteServiceClient(folder, key)
  const provider = createProvider({ issuer, portal, key, identity, state, person: (sub) => people.find((each) => each.sub === sub) })
  const provide = provider.callback()

  const handle = async (exchange: Exchange): Promise<void> => {
    const { request, response } = exchange
    // A form may send a person back to the portal, too.
    for (const [name, value] of Object.entries(pageHeaders({ formTargets: [new URL(portal).origin] }))) response.setHeader(name, value)
    request.url = (request.url ?? '/').replace(/^\/+/, '/') // An address is often joined with one slash too many.
    const { pathname } = new URL(request.url, issuer)
    if (pathname === '/') return answer(exchange, homePage(portal))
    if (pathname === STYLE_PATH) return void response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(STYLE)
    if (!pathname.startsWith('/interaction/')) return provide(request, response)
    return interaction(exchange, provider, people, portal).catch(() => answer(exchange, faultPage(portal), 400))
  }
  const server = createServer((request, response) => {
    handle({ request, response }).catch((error: unknown) => {
      onFault(error)
      response.destroy()
    })
  })
  server.listen(ports.signIn, '127.0.0.1')
  await once(server, 'listening')
  return async () => {
    server.closeAllConnections()
    server.close()
    await state.flush()
  }
}
