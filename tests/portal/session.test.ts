import { beforeEach, describe, expect, it, vi } from 'vitest'
import { draftsOf } from '../../portal/src/drafts.ts'
import { Failure } from '../../portal/src/failure.ts'
import type { Connected, Tokens } from '../../portal/src/sign-in/protocol.ts'
import { callerIn, openSession, type Session } from '../../portal/src/sign-in/session.ts'

const tokenOf = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`
const ACCESS = tokenOf({ sub: 'zhang', role: 'clerk', agency: 'minzheng' })

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size
    },
    all: () => [...kept],
  }
}

const tokens = (changes: Partial<Tokens> = {}): Tokens => ({ access: ACCESS, expires: 600_000, refresh: 'r1', name: '张三', ...changes })

/** A browser at an address, with a provider that gives out what `given` has. */
const open = (address: string, { tab = storage(), browser = storage(), connected = {} as Partial<Connected> } = {}) => {
  const at = new URL(address)
  const went: string[] = []
  const sessions: Session[] = []
  const clock = { now: 0 }
  const go = (to: string | URL) => void went.push(String(to))
  const location = { href: at.href, origin: at.origin, pathname: at.pathname, search: at.search, hash: at.hash, assign: go, replace: go }
  const shown: string[] = []
  const provider: Connected = {
    ask: async ({ back, person, silent }) => ({
      errand: { state: 's', nonce: 'n', verifier: 'v', back },
      address: `https://id/?${JSON.stringify({ person, silent })}`,
    }),
    finish: async () => tokens(),
    renew: async (old) => ({ ...old, expires: clock.now + 600_000 }),
    signOut: async () => 'https://id/out',
    ...connected,
  }
  const keeper = openSession(
    {
      provider: { issuer: 'https://id', clientId: 'portal' },
      connect: async () => provider,
      location,
      history: { replaceState: (_state, _title, to) => void shown.push(String(to)) },
      tab,
      browser,
      now: () => clock.now,
    },
    (session) => sessions.push(session),
  )
  return { keeper, went, shown, sessions, clock, tab, browser, is: () => sessions.at(-1) }
}

/** Back from the provider, where the page had been left at `back`. */
const back = async (changes: Parameters<typeof open>[1] = {}, query = 'code=c&state=s') => {
  const tab = storage()
  tab.setItem('nianbao-errand', JSON.stringify({ state: 's', nonce: 'n', verifier: 'v', back: '#/submissions/1' }))
  const opened = open(`https://portal/?${query}`, { tab, ...changes })
  await opened.keeper.start()
  return opened
}

describe('the session of the portal', () => {
  it('of a stranger is nobody’s, and the provider is not asked', async () => {
    const { keeper, is, went } = open('https://portal/#/submissions/1')
    await keeper.start()
    expect([is(), went]).toEqual([{ is: 'nobody' }, []])
    await keeper.signIn()
    expect(went).toEqual(['https://id/?{}'])
  })

  it('keeps where one was, comes back to it, and leaves no code in the address', async () => {
    const { is, shown, tab, browser } = await back()
    expect(shown).toEqual(['/#/submissions/1'])
    expect(is()).toEqual({
      is: 'somebody',
      name: '张三',
      caller: { person: 'zhang', role: 'clerk', agency: 'minzheng', scope: null },
    })
    expect([tab.all(), browser.all()]).toEqual([[], [['nianbao-signed-in', 'yes']]])
  })

  it('asks silently where somebody was before, and stays where that is refused', async () => {
    const browser = storage()
    browser.setItem('nianbao-signed-in', 'yes')
    const { keeper, went } = open('https://portal/#/agencies', { browser })
    await keeper.start()
    expect(went).toEqual(['https://id/?{"silent":true}'])
    const refused = await back({ browser }, 'error=login_required&state=s')
    expect([refused.is(), refused.browser.all(), refused.shown]).toEqual([{ is: 'nobody' }, [], ['/#/submissions/1']])
  })

  it('follows a link that names a person by way of the provider, which asks', async () => {
    const { keeper, went, shown } = open('https://portal/?person=wang')
    await keeper.start()
    expect([went, shown]).toEqual([['https://id/?{"person":"wang"}'], ['/']])
  })

  it('takes no answer that nobody here asked for', async () => {
    const finish = vi.fn()
    const { keeper, is } = open('https://portal/?code=c&state=s', { connected: { finish } })
    await keeper.start()
    expect([is(), finish.mock.calls]).toEqual([{ is: 'nobody' }, []])
    const other = await back({ connected: { finish } }, 'code=c&state=another')
    expect([other.is(), finish.mock.calls]).toEqual([{ is: 'nobody' }, []])
  })

  it('tells that it did not work where the provider does not answer', async () => {
    const { is } = await back({ connected: { finish: () => Promise.reject(new Error('down')) } })
    expect(is()).toMatchObject({ is: 'nobody', failure: { kind: 'session' } })
  })

  it('tells a person without a role so', async () => {
    const { is } = await back({ connected: { finish: async () => tokens({ access: tokenOf({ sub: 'x' }) }) } })
    expect(is()).toEqual({ is: 'powerless', name: '张三' })
  })

  it('renews a token before it ends, once for all that ask', async () => {
    const renew = vi.fn(async (old: Tokens) => ({ ...old, access: 'fresh', expires: 2_000_000 }))
    const { keeper, clock } = await back({ connected: { renew } })
    expect(await keeper.token()).toBe(ACCESS)
    clock.now = 590_000
    expect(await Promise.all([keeper.token(), keeper.token()])).toEqual(['fresh', 'fresh'])
    expect(renew).toHaveBeenCalledTimes(1)
  })

  it('says that it is over where it cannot be renewed, and signs the same person in again', async () => {
    const { keeper, clock, went } = await back({ connected: { renew: () => Promise.reject(new Error('invalid_grant')) } })
    clock.now = 590_000
    expect(await keeper.token()).toBe(ACCESS) // it still holds for a while
    clock.now = 600_001
    await expect(keeper.token()).rejects.toMatchObject(new Failure('session', '登录已失效。请重新登录,写好的内容会保留。'))
    await keeper.signIn()
    expect(went).toEqual(['https://id/?{"person":"zhang"}'])
  })

  it('forgets all when one signs out, drafts too', async () => {
    const { keeper, tab, browser, is, went } = await back()
    draftsOf(tab, 'zhang').write('1 a', '半句')
    draftsOf(tab, 'wang').write('1 a', '别人的')
    await keeper.signOut()
    expect([is(), went, browser.all()]).toEqual([{ is: 'nobody' }, ['https://id/out'], []])
    expect(tab.all()).toEqual([['nianbao-draft wang 1 a', '别人的']])
    await expect(keeper.token()).rejects.toBeInstanceOf(Failure)
  })
})

describe('who a token says is here', () => {
  it('is read from its claims', () => {
    expect(callerIn(ACCESS)).toEqual({ person: 'zhang', role: 'clerk', agency: 'minzheng', scope: null })
    expect(callerIn(tokenOf({ sub: 'r', role: 'reviewer' }))).toEqual({ person: 'r', role: 'reviewer', agency: null, scope: null })
  })

  it.each(['', 'x', 'a.b.c', tokenOf({ sub: 'x', role: 'king' }), tokenOf({ role: 'clerk' })])('nobody by %j', (token) =>
    expect(callerIn(token)).toBeNull(),
  )
})

describe('drafts', () => {
  let keep: ReturnType<typeof storage>
  beforeEach(() => {
    keep = storage()
  })
  it('belong to a person and a place, and go when they are sent or empty', () => {
    const drafts = draftsOf(keep, 'zhang')
    drafts.write('1 a', '半句')
    expect([drafts.read('1 a'), drafts.read('1 b'), draftsOf(keep, 'wang').read('1 a')]).toEqual(['半句', null, null])
    drafts.forget('1 a')
    drafts.write('1 b', 'x')
    drafts.write('1 b', '')
    expect(keep.all()).toEqual([])
  })
})
