import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Replies } from '../../shared/http-api/client.ts'
import type { UploadForm } from '../../shared/http-api/uploads.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Submission } from '../../shared/submission/submission.ts'

/** What a route answered; a refusal ends the run. */
export const answered = <Reply extends { readonly json?: unknown }>(reply: Reply): NonNullable<Reply['json']> => {
  if (reply.json == null) throw new Error(`refused: ${JSON.stringify(reply)}`)
  return reply.json
}

export const requestUpload = async (clerk: Replies, file: Uint8Array, year: number) => {
  const sha256 = createHash('sha256').update(file).digest('hex')
  const body = { year, fileName: '年报', contentType: 'application/octet-stream', bytes: file.length, sha256 }
  return answered(await clerk.requestUpload({ body }))
}

/** Leave to upload a file, and the submission that it opens. */
export const askToUpload = async (clerk: Replies, file: Uint8Array, year: number): Promise<{ id: string; upload: UploadForm }> => {
  const answer = await requestUpload(clerk, file, year)
  if (answer.unchanged) throw new Error('the file was handed in before')
  return { id: answer.submission.id, upload: answer.upload }
}

/** Posts the form as a browser does. */
export const post = async ({ url, fields }: UploadForm, file: Uint8Array): Promise<void> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file)]), '年报')
  const response = await fetch(url, { method: 'POST', body: form })
  assert.equal(response.status, 204, await response.text())
}

export const handIn = async (clerk: Replies, file: Uint8Array, year: number): Promise<string> => {
  const { id, upload } = await askToUpload(clerk, file, year)
  await post(upload, file)
  return id
}

/** The submission once it is in a status; that it came to an end elsewhere is told at once. */
export const statusOf = async (
  { submissions }: Pick<Ports, 'submissions'>,
  id: string,
  status: Status,
): Promise<Submission | undefined> => {
  const submission = await submissions.load(id)
  if (submission?.status === status) return submission
  if (submission?.verdict !== undefined && ['failed', 'unreadable'].includes(submission.status))
    throw new Error(`${id} is ${submission.status}: ${JSON.stringify(submission.counts)}`)
  return undefined
}
