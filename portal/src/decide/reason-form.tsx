import { useEffect, useRef } from 'preact/hooks'
import { demandOf, groupOf, SEVERITY_WORDS } from '../../../shared/findings/severity-words.ts'
import { useDraft } from '../sign-in/use-session.tsx'
import type { Numbered } from './numbered-findings.ts'
import { picked, reasonLine } from './return-reason.ts'

type FormProps = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly button: string
  /** Those that the reason may be picked from. */
  readonly findings: readonly Numbered[]
  readonly onSend: (reason: string) => void
  readonly onCancel: () => void
}

/** Why a report is sent back or withdrawn: lines picked from its findings, and whatever is written. */
export const ReasonForm = ({ id, label, hint, button, findings, onSend, onCancel }: FormProps) => {
  const { text, write, sent } = useDraft(`${id} reason`)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <form
      ref={form}
      class="reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        sent()
        onSend(text.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      {findings.length > 0 && (
        <fieldset>
          <legend>从核查意见中选取(写入下面的理由,可以再改)</legend>
          <div class="picks">
            {findings.map(({ number, finding }) => {
              const line = reasonLine(finding)
              return (
                <label class="choice" key={number}>
                  <input
                    type="checkbox"
                    checked={text.split('\n').includes(line)}
                    onChange={(event) => write(picked(text, line, event.currentTarget.checked))}
                  />
                  <span>
                    <span
                      class={`badge ${groupOf(finding)}`}
                    >{`${SEVERITY_WORDS[groupOf(finding)].sign}${number} ${demandOf(finding)}`}</span>{' '}
                    {finding.message}
                  </span>
                </label>
              )
            })}
          </div>
        </fieldset>
      )}
      <p>
        <label for="reason">{label}</label>
        <textarea id="reason" rows={5} required maxLength={2000} value={text} onInput={(event) => write(event.currentTarget.value)} />
      </p>
      <p class="quiet">{hint}</p>
      <p class="buttons">
        <button type="submit">{button}</button>
        <button type="button" class="plain-button" onClick={onCancel}>
          取消
        </button>
      </p>
    </form>
  )
}
