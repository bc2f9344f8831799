import type { ReviewRequest } from '../../../shared/http-api/submissions.ts'
import { asFailure, type Failure } from '../failure.ts'

/** A decision that was taken and can still be undone, is being sent, or did not arrive. */
export type Held = {
  readonly id: string
  /** Whose report it is of, in words. */
  readonly name: string
  readonly request: ReviewRequest
  /** Milliseconds of the clock at which it is sent. */
  readonly due: number
  readonly state: 'held' | 'sending' | 'failed'
  readonly failure?: Failure
}

export const HOLD_MS = 10_000

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

type Needs = {
  /** Must outlive the page that it is called on. */
  readonly send: (id: string, request: ReviewRequest) => Promise<unknown>
  readonly person: string
  /** What is not known to have arrived stands here, so that the next page of the same person sends it (again). */
  readonly keep: Keep
}

export type HeldDecisions = ReturnType<typeof holdDecisions>

/**
 * Holds decisions for ten seconds, in which they can be undone, and sends them. What is sent twice is taken once: the service knows a decision
 * that a person has taken already.
 */
export const holdDecisions = ({ send, person, keep }: Needs) => {
  const key = `nianbao-held ${person}`
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const heard = new Set<() => void>()
  let all: readonly Held[] = []

  const set = (next: readonly Held[]): void => {
    all = next
    if (next.length === 0) keep.removeItem(key)
    else keep.setItem(key, JSON.stringify(next.map(({ id, name, request }) => ({ id, name, request }))))
    for (const hear of heard) hear()
  }
  const change = (id: string, to: Partial<Held> | null): void =>
    set(all.flatMap((each) => (each.id !== id ? each : to === null ? [] : { ...each, ...to })))

  const sendNow = async (id: string): Promise<void> => {
    clearTimeout(timers.get(id))
    const held = all.find((each) => each.id === id)
    if (held === undefined || held.state === 'sending') return
    change(id, { state: 'sending' })
    await send(id, held.request).then(
      () => change(id, null),
      (error: unknown) => change(id, { state: 'failed', failure: asFailure(error) }),
    )
  }

  const left = (): readonly Pick<Held, 'id' | 'name' | 'request'>[] => {
    try {
      return JSON.parse(keep.getItem(key) ?? '[]')
    } catch {
      return []
    }
  }

  return {
    all: () => all,
    listen(hear: () => void): () => void {
      heard.add(hear)
      return () => void heard.delete(hear)
    },
    hold(decided: Pick<Held, 'id' | 'name' | 'request'>): void {
      set([...all.filter(({ id }) => id !== decided.id), { ...decided, due: Date.now() + HOLD_MS, state: 'held' }])
      timers.set(
        decided.id,
        setTimeout(() => void sendNow(decided.id), HOLD_MS),
      )
    },
    /** Takes back one that is not sent yet, the latest where none is named. */
    undo(id = all.findLast(({ state }) => state === 'held')?.id): Held | undefined {
      const held = all.find((each) => each.id === id && each.state === 'held')
      if (held === undefined) return undefined
      clearTimeout(timers.get(held.id))
      change(held.id, null)
      return held
    },
    sendNow,
    /** Sends whatever is held: the page is being left. */
    sendAll: () => Promise.all(all.filter(({ state }) => state === 'held').map(({ id }) => sendNow(id))),
    /** Sends what a page before left behind without knowing whether it arrived. */
    takeUp(): Promise<unknown> {
      const before = left().filter(({ id }) => !all.some((each) => each.id === id))
      if (before.length > 0) set([...before.map((each) => ({ ...each, due: Date.now(), state: 'held' as const })), ...all])
      return Promise.all(before.map(({ id }) => sendNow(id)))
    },
    forget: (id: string) => change(id, null),
  }
}
