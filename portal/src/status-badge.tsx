import type { Status } from '../../shared/submission/lifecycle.ts'
import { STATUS_WORDS, TONE_SIGNS } from '../../shared/submission/status-words.ts'

export const StatusBadge = ({ status }: { status: Status }) => {
  const { label, tone } = STATUS_WORDS[status]
  return (
    <span class={`badge ${tone}`}>
      <span aria-hidden="true">{TONE_SIGNS[tone]}</span> {label}
    </span>
  )
}
