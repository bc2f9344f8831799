import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { uploadFailureOf } from '../../portal/src/failure.ts'
import type { UploadForm } from '../../shared/http-api/uploads.ts'
import { MOST_PATIENCE } from '../patience.ts'
import { BAD_FILES } from './bad-files.ts'
import { docxOf, soundReport } from './files.ts'
import { askToUpload, detailOf, handIn, postForm, reaches, requestFor, sha256, YEAR } from './hand-in.ts'
import { mailsArrive, openMail } from './inbox.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'
import { storedUploads } from './stored-state.ts'

const run = await startRun()
afterAll(run.end)

const MEGABYTE = 1024 * 1024
const CHINESE = /\p{Script=Han}{4}/u

it.each(BAD_FILES)('$what is unreadable: the agency is told why and what to do, and the file is kept', async ({ make, why, fix }) => {
  const { agency, clerk } = await openUnit(run, `unit-${randomUUID()}`, '青禾市应急管理局')
  const file = await make()
  const { id } = await handIn(clerk, file, { contentType: 'application/octet-stream' })
  const { findings, verdict } = await reaches(clerk, id, 'unreadable')
  expect(verdict).toBe('unreadable')
  expect(findings).toMatchObject([
    { rule: 'file-readable', message: expect.stringContaining(why), fix: expect.stringContaining(fix), cells: [] },
  ])
  const [mail] = await mailsArrive(run, agency, 1)
  expect(mail?.subject).toContain(why)
  const { text } = mail ? await openMail(mail) : { text: '' }
  for (const told of [why, fix]) expect(text).toContain(told)
  const kept = await run.core.uploads.read(`uploads/${agency.id}/${id}`)
  expect(kept && sha256(kept)).toBe(sha256(file))
})

describe('the API refuses before anything is registered', async () => {
  const { clerk } = await openUnit(run, 'door', '青禾市应急管理局')
  const file = docxOf(soundReport('青禾市应急管理局'))
  it.each([
    ['a picture by its type', { contentType: 'image/png' }, 415, '不是可以报送的格式。请提交Word'],
    ['an empty file', { bytes: 0 }, 400, '是空的'],
    ['30 MB', { bytes: 30 * MEGABYTE }, 413, '30.0 MB,超过上限25 MB'],
    ['a year to come', { year: new Date().getFullYear() + 2 }, 400, '年度应为2019至'],
    ['a year before the form', { year: 2018 }, 400, '年度应为2019至'],
    ['a hash that is none', { sha256: 'x' }, 400, '64 位十六进制'],
    ['a file without a name', { fileName: ' ' }, 400, 'fileName'],
  ])('%s', async (_what, changes, status, words) => {
    const answer = await clerk.requestUpload({ body: requestFor(file, changes) })
    expect(answer).toMatchObject({ status, problem: { status, detail: expect.stringContaining(words) } })
    expect(answer.problem?.detail).toMatch(CHINESE)
    expect((await clerk.listSubmissions({ query: { year: YEAR } })).json).toEqual({ submissions: [] })
  })
})

const policyOf = ({ fields }: UploadForm) => JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString())

const withField = (form: UploadForm, name: string, value: string): UploadForm => ({ ...form, fields: { ...form.fields, [name]: value } })

describe('the store refuses an upload that is not the one that was signed, and keeps what it has', async () => {
  const { agency, clerk } = await openUnit(run, 'store', '青禾市应急管理局')
  const file = docxOf(soundReport(agency.name))
  const tooLarge = new Uint8Array(30 * MEGABYTE)
  const altered = Uint8Array.from(file, (byte, at) => (at === 1000 ? byte ^ 1 : byte))

  const attempts: Record<string, { form?: (form: UploadForm) => UploadForm; file?: Uint8Array; declared?: Uint8Array; answer: RegExp }> = {
    'without a policy': { form: ({ url, fields: { key = '' } }) => ({ url, fields: { key } }), answer: /^403 AccessDenied/ },
    'with an altered policy': {
      form: (form) => {
        const { conditions, ...policy } = policyOf(form)
        const wider = { ...policy, conditions: [...conditions, ['content-length-range', 1, 99 * MEGABYTE]] }
        return withField(form, 'Policy', Buffer.from(JSON.stringify(wider)).toString('base64'))
      },
      answer: /^403 SignatureDoesNotMatch/,
    },
    'with altered bytes': { file: altered, answer: /^400 \w*(Digest|Checksum)/ },
    'with a hash of other bytes': {
      form: (form) => withField(form, 'x-amz-checksum-sha256', Buffer.from(sha256(altered), 'hex').toString('base64')),
      file: altered,
      answer: /^403 AccessDenied/,
    },
    'to the key of another agency': { form: (form) => withField(form, 'key', 'uploads/door/x'), answer: /^403 AccessDenied/ },
    'of another type': { form: (form) => withField(form, 'Content-Type', 'text/html'), answer: /^403 AccessDenied/ },
    'of 30 MB that were declared as less': { file: tooLarge, declared: tooLarge, answer: /^400 EntityTooLarge/ },
    'of nothing': { file: new Uint8Array(), declared: new Uint8Array(), answer: /^400 EntityTooSmall/ },
  }
  it.each(Object.entries(attempts))('%s', async (_what, { form = (signed) => signed, file: sent = file, declared = file, answer }) => {
    const { submission, upload } = await askToUpload(clerk, declared, { bytes: 1000 })
    const before = await storedUploads(run)
    const response = await postForm(form(upload), sent)
    const told = await response.text()
    expect(`${response.status} ${/<Code>(\w+)/.exec(told)?.[1]}`).toMatch(answer)
    expect(uploadFailureOf(response.status, told).message).toMatch(CHINESE)
    expect(await storedUploads(run)).toEqual(before)
    expect((await detailOf(clerk, submission.id)).status).toBe('requested')
  })

  it('after its time; the right upload is taken all the same', async () => {
    const { submission, upload } = await askToUpload(clerk, file)
    const policy = { key: upload.fields.key ?? '', contentType: upload.fields['Content-Type'] ?? '', maxBytes: MEGABYTE }
    const expired = await run.core.uploadSigner.sign({ ...policy, sha256: sha256(file), expiresInSeconds: 1 })
    const end = Date.parse(policyOf(expired).expiration)
    await vi.waitUntil(() => Date.now() > end, { timeout: MOST_PATIENCE })
    const before = await storedUploads(run)
    const response = await postForm(expired, file)
    expect(response.status).toBe(403)
    expect(uploadFailureOf(403, await response.text()).message).toContain('上传时限已过')
    expect(await storedUploads(run)).toEqual(before)
    expect((await detailOf(clerk, submission.id)).status).toBe('requested')

    expect((await postForm(upload, file)).status).toBe(204)
    await reaches(clerk, submission.id, 'passed')
  })
})
