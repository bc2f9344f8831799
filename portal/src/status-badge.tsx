import { type Status, wordsOf } from '../../shared/submission/lifecycle.ts'
import { TONE_SIGNS } from '../../shared/submission/status-words.ts'

export const StatusBadge = ({ status }: { status: Status }) => {
  const { label, tone } = wordsOf(status)
  return (
    <span class={`badge ${tone}`}>
      <span aria-hidden="true">{TONE_SIGNS[tone]}</span> {label}
    </span>
  )
}
