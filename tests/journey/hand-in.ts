import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { SubmissionDetail, SubmissionSummary } from '../../shared/http-api/submissions.ts'
import type { UploadForm, UploadRequest } from '../../shared/http-api/uploads.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import { eventually } from './eventually.ts'
import { type Ask, answered } from './people.ts'

export const YEAR = 2024

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What a portal tells of a file before it is uploaded. */
export const requestFor = (file: Uint8Array, changes: Partial<UploadRequest> = {}): UploadRequest => ({
  year: YEAR,
  fileName: '年报.docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: file.length,
  sha256: sha256(file),
  ...changes,
})

/** Posts the form as a browser does: the fields in their order, then the file. */
export const postForm = ({ url, fields }: UploadForm, file: Uint8Array): Promise<Response> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file)]), '年报.docx')
  return fetch(url, { method: 'POST', body: form })
}

/** Leave to upload the file, which is not posted yet. */
export const askToUpload = async (clerk: Ask, file: Uint8Array, changes?: Partial<UploadRequest>) => {
  const reply = await clerk.requestUpload({ body: requestFor(file, changes) })
  expect(reply.status).toBe(201)
  const answer = answered(reply)
  if (answer.unchanged) throw new Error('the file was handed in before')
  return answer
}

export const handIn = async (clerk: Ask, file: Uint8Array, changes?: Partial<UploadRequest>): Promise<SubmissionSummary> => {
  const { submission, upload } = await askToUpload(clerk, file, changes)
  expect((await postForm(upload, file)).status).toBe(204)
  return submission
}

export const detailOf = async (ask: Ask, id: string): Promise<SubmissionDetail> => answered(await ask.showSubmission({ params: { id } }))

/** Waits for the submission to come to a status, and shows it there. */
export const reaches = (ask: Ask, id: string, status: Status): Promise<SubmissionDetail> =>
  eventually(async () => {
    const detail = await detailOf(ask, id)
    expect(detail.status).toBe(status)
    return detail
  })

/** Hands a sound report in and sees it published; the address of its page comes with it. */
export const publish = async (clerk: Ask, reviewer: Ask, file: Uint8Array, changes?: Partial<UploadRequest>) => {
  const { id } = await handIn(clerk, file, changes)
  await reaches(clerk, id, 'passed')
  expect((await reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } })).status).toBe(200)
  const { pageUrl = '', ...detail } = await reaches(clerk, id, 'published')
  return { ...detail, pageUrl }
}
