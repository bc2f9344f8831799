import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { type Drafts, draftsOf } from '../drafts.ts'
import { connect } from './protocol.ts'
import { openSession, type Session, type SessionKeeper } from './session.ts'

/** What pieces deep within a page need of who is here. */
export type Here = { readonly drafts: Drafts; readonly signIn: () => Promise<void> }

/** Outside of a session nothing outlives the page, and there is nobody to sign in by. */
export const HereContext = createContext<Here | null>(null)

export const useHere = (): Here | null => useContext(HereContext)

/** Text that is still there when the session has ended meanwhile. */
export const useDraft = (place: string, initial = '') => {
  const drafts = useHere()?.drafts
  const kept = drafts?.read(place) ?? null
  const [text, setText] = useState(kept ?? initial)
  return {
    text,
    /** Whether it was left half written before. */
    wasLeft: useMemo(() => kept !== null, [place]),
    write(next: string): void {
      setText(next)
      drafts?.write(place, next === initial ? '' : next)
    },
    sent: (): void => drafts?.forget(place),
  }
}

/** The session of this page, from when it is opened. */
export const useSession = (): { readonly session: Session; readonly keeper: SessionKeeper | null } => {
  const [session, setSession] = useState<Session>({ is: 'asked' })
  const keeper = useMemo(() => {
    const provider = window.NIANBAO?.signIn
    if (provider === undefined) return null
    const { location, history, sessionStorage: tab, localStorage: browser } = window
    return openSession({ provider, connect, location, history, tab, browser, now: Date.now }, setSession)
  }, [])
  useEffect(() => {
    if (keeper === null) setSession({ is: 'nobody' })
    else void keeper.start()
  }, [keeper])
  return { session, keeper }
}

export const hereOf = (session: Session, keeper: SessionKeeper): Here => ({
  drafts: draftsOf(sessionStorage, session.is === 'somebody' ? session.caller.person : ''),
  signIn: keeper.signIn,
})
