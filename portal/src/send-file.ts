import type { SubmissionSummary } from '../../shared/http-api/submissions.ts'
import type { UploadForm } from '../../shared/http-api/uploads.ts'
import type { Api } from './api.ts'
import { Failure, networkFailure, uploadFailureOf } from './failure.ts'

export type Sending =
  | { readonly step: 'hashing' }
  | { readonly step: 'asking' }
  /** `part` from 0 to 1. */
  | { readonly step: 'uploading'; readonly part: number }

export type Sent = { readonly submission: SubmissionSummary; readonly unchanged: boolean }

const sha256Of = async (file: File): Promise<string> => {
  const subtle: SubtleCrypto | undefined = crypto.subtle
  if (subtle === undefined) throw new Failure('refused', '浏览器不允许在这个网址上计算文件校验值。请用 https 网址打开本系统。')
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Failure('again', `不能读取文件“${file.name}”。请确认它没有被移动或删除,重新选择。`)
  })
  return Array.from(new Uint8Array(await subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Posts the signed form; by XMLHttpRequest, because fetch tells nothing of the progress of an upload. */
const post = ({ url, fields }: UploadForm, file: File, onPart: (part: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', file)
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onPart(total === 0 ? 0 : loaded / total)
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(uploadFailureOf(request.status, request.responseText))
    request.onerror = () => reject(networkFailure())
    request.open('POST', url)
    request.send(form)
  })

/** Hands a file in: its hash, the leave to upload, the upload. The very same file again is answered with the earlier submission. */
export const sendFile = async (api: Api, file: File, year: number, onStep: (sending: Sending) => void): Promise<Sent> => {
  onStep({ step: 'hashing' })
  const sha256 = await sha256Of(file)
  onStep({ step: 'asking' })
  const answer = await api.requestUpload({ body: { year, fileName: file.name, contentType: file.type, bytes: file.size, sha256 } })
  if (answer.unchanged) return answer
  onStep({ step: 'uploading', part: 0 })
  await post(answer.upload, file, (part) => onStep({ step: 'uploading', part }))
  return answer
}
