import type { Sending } from './send-file.ts'

const WORDS = { hashing: '正在核对文件……', asking: '正在登记……', uploading: '正在上传' } as const

/** How far the upload is. The bar moves for the eye; a screen reader is told the step only, not every percent. */
export const SendingNote = ({ sending }: { sending: Sending }) => (
  <div class="sending">
    <output>{WORDS[sending.step]}</output>
    {sending.step === 'uploading' && (
      <>
        <progress max={1} value={sending.part} aria-label="上传进度" />
        <span aria-hidden="true">{`${Math.round(sending.part * 100)}%`}</span>
      </>
    )}
  </div>
)
