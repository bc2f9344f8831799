import { decodeJwt, type JWTPayload } from 'jose'
import { callerOf } from '../../../shared/submission/claims.ts'
import type { Caller } from '../../../shared/submission/permissions.ts'
import { draftsOf } from '../drafts.ts'
import { Failure, sessionOver } from '../failure.ts'
import type { Connected, Errand, Provider, Tokens } from './protocol.ts'

/** Who is here. The tokens themselves are in the memory of this module alone. */
export type Session =
  | { readonly is: 'asked' } // the provider is being asked, or the browser is on its way there
  | { readonly is: 'nobody'; readonly failure?: Failure }
  | { readonly is: 'somebody'; readonly caller: Caller; readonly name: string }
  | { readonly is: 'powerless'; readonly name: string } // signed in, without a role

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What of the browser the session needs; others in tests. */
export type Surroundings = {
  readonly provider: Provider
  readonly connect: (provider: Provider) => Promise<Connected>
  readonly location: Pick<Location, 'href' | 'origin' | 'pathname' | 'search' | 'hash' | 'assign' | 'replace'>
  readonly history: Pick<History, 'replaceState'>
  /** For the tab: the errand to the provider, and drafts. */
  readonly tab: Keep
  /** For the browser: whether somebody has signed in here before, and nothing else. */
  readonly browser: Keep
  readonly now: () => number
}

const ERRAND = 'nianbao-errand'
const BEEN_HERE = 'nianbao-signed-in'
/** A token is renewed this long before it ends. */
const EARLY_MILLISECONDS = 60_000

const claimsIn = (token: string): JWTPayload | undefined => {
  try {
    return decodeJwt(token)
  } catch {
    return undefined
  }
}

/** Who the token says is here; for display only, the service checks it by itself. Null for what is no token of ours. */
export const callerIn = (token: string): Caller | null => callerOf(claimsIn(token))

const takeErrand = (tab: Keep): Errand | undefined => {
  const kept = tab.getItem(ERRAND)
  tab.removeItem(ERRAND)
  try {
    return kept === null ? undefined : JSON.parse(kept)
  } catch {
    return undefined
  }
}

const failed = (): Failure => new Failure('session', '登录没有完成。请再试一次;仍然不行的,请联系管理员。')

export type SessionKeeper = ReturnType<typeof openSession>

/**
 * Keeps the session of a page. Its tokens die with the page; the provider, which knows the browser by its own cookie, gives new ones to the next page
 * without asking the person. `changed` hears of every change.
 */
export const openSession = (around: Surroundings, changed: (session: Session) => void) => {
  const { provider, location, history, tab, browser, now } = around
  const redirectUri = location.origin + location.pathname
  const came = new URLSearchParams(location.search)
  const errand = takeErrand(tab)
  const isBack = errand !== undefined && came.get('state') === errand.state
  // At once, before the page reads where it is: neither code nor name stays in the address.
  if (location.search !== '') history.replaceState(null, '', location.pathname + (location.hash || (isBack ? errand.back : '')))

  let connecting: Promise<Connected> | undefined
  let tokens: Tokens | undefined
  let renewing: Promise<Tokens> | undefined

  const connected = (): Promise<Connected> => {
    connecting ??= around.connect(provider).catch((error: unknown) => {
      connecting = undefined
      throw error
    })
    return connecting
  }

  const leaveFor = async (asking: { person?: string | undefined; silent?: boolean }, leave: (address: string) => void): Promise<void> => {
    const { errand, address } = await (await connected()).ask({ redirectUri, back: location.hash, ...asking })
    tab.setItem(ERRAND, JSON.stringify(errand))
    leave(address)
  }

  const take = (given: Tokens): void => {
    tokens = given
    const caller = callerIn(given.access)
    const name = given.name ?? caller?.person ?? ''
    changed(caller === null ? { is: 'powerless', name } : { is: 'somebody', caller, name })
  }

  const arrive = async (of: Errand): Promise<void> => {
    if (came.has('error')) {
      browser.removeItem(BEEN_HERE)
      const unasked = ['login_required', 'interaction_required', 'consent_required'].includes(came.get('error') ?? '')
      return changed({ is: 'nobody', ...(!unasked && { failure: failed() }) })
    }
    const given = await (await connected()).finish(came, of, redirectUri)
    browser.setItem(BEEN_HERE, 'yes')
    take(given)
  }

  /** Of several that ask at the same time one renews, and all have what it gets: a second use of the same token would end the session. */
  const renew = (old: Tokens): Promise<Tokens> => {
    renewing ??= connected()
      .then((to) => to.renew(old))
      .then((fresh) => {
        tokens = fresh
        return fresh
      })
      .finally(() => {
        renewing = undefined
      })
    return renewing
  }

  return {
    /** Takes up what the address said: back from the provider, a person to sign in as, or a browser that was here before. */
    async start(): Promise<void> {
      const person = came.get('person') ?? undefined
      changed({ is: 'asked' })
      const replace = (address: string) => location.replace(address)
      try {
        if (isBack) return await arrive(errand)
        if (person !== undefined) return await leaveFor({ person }, replace)
        if (browser.getItem(BEEN_HERE) !== null) return await leaveFor({ silent: true }, replace)
        changed({ is: 'nobody' })
      } catch {
        changed({ is: 'nobody', failure: failed() })
      }
    },

    /** Sends the browser to the provider; it comes back to where it is now. As the same person where somebody was here. */
    async signIn(): Promise<void> {
      const person = tokens && claimsIn(tokens.access)?.sub
      await leaveFor({ person }, (address) => location.assign(address)).catch(() => changed({ is: 'nobody', failure: failed() }))
    },

    async signOut(): Promise<void> {
      const old = tokens
      tokens = undefined
      browser.removeItem(BEEN_HERE)
      const person = old && claimsIn(old.access)?.sub
      if (person !== undefined) draftsOf(tab, person).forgetAll()
      changed({ is: 'nobody' })
      const address =
        old &&
        (await connected().then(
          (to) => to.signOut(old, redirectUri),
          () => undefined,
        ))
      if (address !== undefined) location.assign(address)
    },

    /** A token that is good for a minute and more; rejects with a failure in words where nobody is signed in any longer. */
    async token(): Promise<string> {
      if (tokens === undefined) throw sessionOver()
      if (tokens.expires - EARLY_MILLISECONDS > now()) return tokens.access
      const old = tokens
      const fresh = await renew(old).catch((error: unknown) => {
        // Without a network the old one may still do; the service says so where it does not.
        if (old.expires > now()) return old
        throw error instanceof TypeError ? new Failure('again', '网络不通,没有连上登录服务。请检查网络后再试。') : sessionOver()
      })
      return fresh.access
    },
  }
}
