import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Api } from '../api.ts'
import { type Held, type HeldDecisions, holdDecisions } from './held-decisions.ts'
import { createQueue, type Queue } from './queue.ts'

/** What a reviewer works on: the reports that wait, and the decisions that are held. */
export type Desk = {
  readonly held: HeldDecisions
  readonly queue: Queue
  decide(decided: Pick<Held, 'id' | 'name' | 'request'>): void
  /** Takes back a decision that is not sent yet, the latest where none is named; its id, where there was one. */
  undo(id?: string): string | undefined
}

/** The desk of a person; leaving the page sends what is held. */
export const useDesk = (api: Api, person: string): Desk => {
  const desk = useMemo<Desk>(() => {
    const send = (id: string, body: Held['request']) => api.reviewSubmission({ params: { id }, body })
    const held = holdDecisions({ send, person, keep: sessionStorage })
    const queue = createQueue(api)
    return {
      held,
      queue,
      decide(decided) {
        held.hold(decided)
        queue.decided(decided.id)
      },
      undo(id) {
        const undone = held.undo(id)?.id
        if (undone !== undefined) queue.waitsAgain(undone)
        return undone
      },
    }
  }, [api, person])
  useEffect(() => {
    const leave = () => void desk.held.sendAll()
    window.addEventListener('pagehide', leave)
    void desk.held.takeUp()
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [desk])
  return desk
}

/** What is held now, drawn anew at every change. */
export const useHeldNow = (held: HeldDecisions): readonly Held[] => {
  const [now, setNow] = useState(held.all())
  useEffect(() => {
    setNow(held.all())
    return held.listen(() => setNow(held.all()))
  }, [held])
  return now
}
