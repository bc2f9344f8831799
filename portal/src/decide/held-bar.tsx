import { useEffect, useState } from 'preact/hooks'
import { submissionLink } from '../../../shared/submission/keys.ts'
import { FailureNote } from '../failure-note.tsx'
import { DECISION_WORDS } from './decisions.ts'
import type { Held } from './held-decisions.ts'
import { type Desk, useHeldNow } from './use-desk.ts'
import './held-bar.css'

const useSeconds = (running: boolean): number => {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    if (!running) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [running])
  return now
}

const Line = ({ each, now, desk }: { each: Held; now: number; desk: Desk }) => {
  const what = (
    <>
      {DECISION_WORDS[each.request.decision]}:<a href={submissionLink(each.id)}>{each.name}</a>
    </>
  )
  if (each.state === 'failed' && each.failure !== undefined)
    return (
      <li>
        {what}
        <FailureNote failure={each.failure} onRetry={() => void desk.held.sendNow(each.id)} />
        <button type="button" class="plain-button" onClick={() => desk.held.forget(each.id)}>
          知道了
        </button>
      </li>
    )
  const seconds = Math.max(1, Math.ceil((each.due - now) / 1000))
  return (
    <li>
      <span>{what}</span>
      {each.state === 'held' ? (
        <>
          <span class="quiet" aria-hidden="true">{`${seconds}秒后发出`}</span>
          <button
            type="button"
            aria-label={`撤销:${DECISION_WORDS[each.request.decision]},${each.name}`}
            onClick={() => desk.undo(each.id)}
          >
            撤销
          </button>
        </>
      ) : (
        <span class="quiet">正在发出……</span>
      )}
    </li>
  )
}

/** The decisions that can still be undone, at the foot of every page; told to screen readers when they come. */
export const HeldBar = ({ desk }: { desk: Desk }) => {
  const all = useHeldNow(desk.held)
  const now = useSeconds(all.some(({ state }) => state === 'held'))
  return (
    <section class="held" aria-label="刚作出的决定" aria-live="polite">
      {all.length > 0 && (
        <ul>
          {all.map((each) => (
            <Line key={each.id} each={each} now={now} desk={desk} />
          ))}
        </ul>
      )}
    </section>
  )
}
