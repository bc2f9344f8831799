import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { DetailedFinding } from '../../shared/http-api/findings.ts'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { useDraft } from './sign-in/use-session.tsx'

type FormProps = {
  readonly summary: string
  /** Where the text belongs, within the person's own drafts. */
  readonly place: string
  /** What is to be written, and what follows from it. */
  readonly label: string
  readonly button: string
  readonly initial?: string
  readonly onSend: (text: string) => Promise<void>
  readonly children?: ComponentChildren
}

/** A few words about one finding, folded away until they are wanted. */
const FindingForm = ({ summary, place, label, button, initial = '', onSend, children }: FormProps) => {
  const field = useId()
  const { text, wasLeft, write, sent } = useDraft(place, initial)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (): Promise<void> => {
    setFailure(null)
    setBusy(true)
    await onSend(text.trim()).then(sent, (error: unknown) => setFailure(asFailure(error)))
    setBusy(false)
  }
  return (
    <details open={wasLeft}>
      <summary>{summary}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <fieldset disabled={busy}>
          <p>
            <label for={field}>{label}</label>
            <textarea id={field} rows={3} required value={text} onInput={(event) => write(event.currentTarget.value)} />
          </p>
          {children}
          <button type="submit">{button}</button>
        </fieldset>
        {failure !== null && <FailureNote failure={failure} onRetry={() => void send()} />}
      </form>
    </details>
  )
}

type ExplanationProps = { readonly place: string; readonly finding: DetailedFinding; readonly onExplain: (text: string) => Promise<void> }

export const ExplanationForm = ({ place, finding: { explanation }, onExplain }: ExplanationProps) => (
  <FindingForm
    place={place}
    summary={explanation === null ? '说明情况' : '修改说明'}
    label="情况说明(审核人员可以看到,并随报告公开;数字不变的,下次提交不必重写)"
    button="提交说明"
    initial={explanation?.text ?? ''}
    onSend={onExplain}
  />
)

type WaiverFormProps = { readonly place: string; readonly onWaive: (reason: string, expires: string) => Promise<void> }

export const WaiverForm = ({ place, onWaive }: WaiverFormProps) => {
  const field = useId()
  const [expires, setExpires] = useState('')
  const [granted, setGranted] = useState(false)
  if (granted) return <output class="quiet">{`已豁免至${expires},请通知填报单位重新提交,从下一次提交起生效。`}</output>
  return (
    <FindingForm
      place={place}
      summary="豁免"
      label="豁免理由(随报告公开)"
      button="豁免"
      onSend={(reason) => onWaive(reason, expires).then(() => setGranted(true))}
    >
      <p>
        <label for={field}>到期日期</label>
        <input id={field} type="date" required value={expires} onInput={(event) => setExpires(event.currentTarget.value)} />
      </p>
    </FindingForm>
  )
}
