import { type Status, wordsOf } from '../../shared/submission/lifecycle.ts'
import { TONE_SIGNS } from '../../shared/submission/status-words.ts'
import { SYSTEM_FAULT_WORDS } from '../../shared/submission/system-fault.ts'

export const StatusBadge = ({ status }: { status: Status }) => {
  const { label, tone } = wordsOf(status)
  return (
    <span class={`badge ${tone}`}>
      <span aria-hidden="true">{TONE_SIGNS[tone]}</span> {label}
    </span>
  )
}

/** Stands beside the status where a step failed through a fault of ours. */
export const FaultBadge = () => (
  <span class="badge bad">
    <span aria-hidden="true">{TONE_SIGNS.bad}</span> {SYSTEM_FAULT_WORDS.label}
  </span>
)
