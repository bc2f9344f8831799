import { useState } from 'preact/hooks'
import { UPLOAD_LIMITS } from '../../shared/submission/admit-upload.ts'
import { FORMATS_IN_WORDS } from '../../shared/submission/content-types.ts'
import type { Api } from './api.ts'
import { asFailure, Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { type Sending, type Sent, sendFile } from './send-file.ts'
import { SendingNote } from './sending-note.tsx'
import { YearChoice } from './year-choice.tsx'

const MEGABYTES = UPLOAD_LIMITS.maxBytes / 1024 / 1024

type FormProps = {
  readonly api: Api
  readonly year: number
  readonly onYear: (year: number) => void
  readonly file: File | null
  readonly onFile: (file: File | null) => void
  readonly onSent: (sent: Sent) => void
}

/** Choose a year and a file, and hand it in. */
export const SubmitForm = ({ api, year, onYear, file, onFile, onSent }: FormProps) => {
  const [sending, setSending] = useState<Sending | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const send = async (): Promise<void> => {
    setFailure(null)
    if (file === null) return setFailure(new Failure('refused', '还没有选择文件。'))
    try {
      onSent(await sendFile(api, file, year, setSending))
    } catch (error) {
      setFailure(asFailure(error))
    } finally {
      setSending(null)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <YearChoice year={year} onYear={onYear} disabled={sending !== null} />
      <p>
        <label for="file">报告文件</label>
        <input
          id="file"
          type="file"
          aria-describedby="file-hint"
          disabled={sending !== null}
          onClick={(event) => {
            // A file that was corrected under its old name counts as the same, and choosing it again would tell nobody.
            event.currentTarget.value = ''
            onFile(null)
          }}
          onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
        />
      </p>
      <p id="file-hint" class="quiet">
        {`${FORMATS_IN_WORDS},不超过${MEGABYTES} MB。表格应为文字,不能是图片或扫描件。`}
      </p>
      <button type="submit" disabled={sending !== null}>
        提交并核查
      </button>
      {sending !== null && <SendingNote sending={sending} />}
      {failure !== null && <FailureNote failure={failure} onRetry={() => void send()} />}
    </form>
  )
}
