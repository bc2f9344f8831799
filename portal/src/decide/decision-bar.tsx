import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ReviewRequest, SubmissionDetail } from '../../../shared/http-api/submissions.ts'
import { submissionLink } from '../../../shared/submission/keys.ts'
import { type Caller, mayReview } from '../../../shared/submission/permissions.ts'
import { versionWords } from '../../../shared/submission/version.ts'
import { HOME_LINK } from '../route.ts'
import { goTo } from '../use-hash.ts'
import { DECISION_WORDS, type Decision, decisionsIn, requestOf } from './decisions.ts'
import { numberedFindings } from './numbered-findings.ts'
import { PublicNote } from './public-note.tsx'
import { type Queue, standingOf } from './queue.ts'
import { ReasonForm } from './reason-form.tsx'
import { type Desk, useHeldNow } from './use-desk.ts'
import { useKeys, useKeysOn } from './use-keys.ts'
import './decision-bar.css'

const HINTS = {
  return: '理由会邮件告知填报单位。',
  withdraw: '公开页面将换成撤下说明,其中写明理由;理由也会邮件告知填报单位。',
} as const

type BarProps = {
  readonly id: string
  /** Null until it has come: one can go on meanwhile. */
  readonly detail: SubmissionDetail | null
  readonly caller: Caller
  readonly desk: Desk
}

const useQueueIds = (queue: Queue): readonly string[] => {
  const [ids, setIds] = useState(queue.known())
  useEffect(() => {
    // Without the queue a report can be decided on all the same; the list says what is wrong.
    queue.ids().then(setIds, () => {})
  }, [queue])
  return ids
}

type DecisionsProps = { readonly detail: SubmissionDetail; readonly caller: Caller; readonly onDecide: (request: ReviewRequest) => void }

/** What can be decided of a submission, with a reason where one is needed. */
const Decisions = ({ detail, caller, onDecide }: DecisionsProps) => {
  const [asked, setAsked] = useState<Exclude<Decision, 'approve'> | null>(null)
  const open = decisionsIn(detail.status)
  if (caller.role !== 'reviewer' || open.length === 0) return null
  if (!mayReview(caller, detail)) return <p>不能审核自己提交的报告,请由其他审核人员处理。</p>
  return (
    <>
      {open.includes('approve') && <PublicNote detail={detail} />}
      <div class="buttons">
        {open.map((decision) =>
          decision === 'approve' ? (
            <button key={decision} type="button" onClick={() => onDecide({ decision })}>
              {DECISION_WORDS[decision]}
            </button>
          ) : (
            <button
              key={decision}
              type="button"
              class="plain-button"
              aria-expanded={asked === decision}
              onClick={() => setAsked(asked === decision ? null : decision)}
            >
              {DECISION_WORDS[decision]}
            </button>
          ),
        )}
      </div>
      {asked !== null && (
        <ReasonForm
          key={`${detail.id} ${asked}`}
          id={detail.id}
          label={asked === 'return' ? '退回的理由(必填)' : '撤下的理由(必填)'}
          hint={HINTS[asked]}
          button={asked === 'return' ? '退回' : '撤下'}
          findings={asked === 'return' ? numberedFindings(detail.findings) : []}
          onSend={(reason) => {
            const request = requestOf(asked, reason)
            if (request !== undefined) onDecide(request)
          }}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** Where one stands among those that wait, and what can be decided; after a decision the next one comes. */
export const DecisionBar = ({ id, detail, caller, desk }: BarProps) => {
  const { held, queue } = desk
  const [keysOn, setKeysOn] = useKeysOn()
  const ids = useQueueIds(queue)
  const all = useHeldNow(held)
  const mine = all.find((each) => each.id === id)
  const gone = new Set(queue.gone())
  if (detail !== null && detail.status !== 'passed') gone.add(id)
  const { number, count, next, before } = standingOf(ids, gone, id)

  // At once, so that the next key or click finds the report that the address names, and none before it.
  const go = (to: string | null): void => {
    if (to !== null) goTo(submissionLink(to), 'new')
  }
  const undo = (): void => go(desk.undo() ?? null)
  const keys = useMemo(() => ({ j: () => go(next), k: () => go(before), u: undo }), [next, before, desk])
  useKeys(keysOn, keys)

  return (
    <>
      <section class="decision-bar" aria-label="审核">
        <div class="buttons">
          <button
            type="button"
            class="plain-button"
            disabled={before === null}
            aria-keyshortcuts={keysOn ? 'k' : undefined}
            onClick={() => go(before)}
          >
            上一份 {keysOn && <kbd>k</kbd>}
          </button>
          <button
            type="button"
            class="plain-button"
            disabled={next === null}
            aria-keyshortcuts={keysOn ? 'j' : undefined}
            onClick={() => go(next)}
          >
            下一份 {keysOn && <kbd>j</kbd>}
          </button>
          <span class="quiet">{number === null ? `等待审核${count}份` : `等待审核第${number}份,共${count}份`}</span>
        </div>
        {detail !== null && mine === undefined && (
          <Decisions
            detail={detail}
            caller={caller}
            onDecide={(request) => {
              desk.decide({ id, name: `${detail.agencyName}${detail.year}年${versionWords(detail)}`, request })
              goTo(next === null ? HOME_LINK : submissionLink(next), 'new')
            }}
          />
        )}
        {mine !== undefined && <p>{`您刚才的决定:${DECISION_WORDS[mine.request.decision]}。可以在页面下方撤销。`}</p>}
      </section>
      <label class="keys quiet">
        <input type="checkbox" checked={keysOn} onChange={(event) => setKeysOn(event.currentTarget.checked)} />
        <span>
          快捷键:<kbd>j</kbd> 下一份,<kbd>k</kbd> 上一份,<kbd>u</kbd> 撤销刚才的决定。决定作出后10秒内可以撤销,离开本页即发出。
        </span>
      </label>
    </>
  )
}
