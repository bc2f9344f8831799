import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UploadForm } from '../../shared/http-api/uploads.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { recordingSigner } from '../fakes/recorders.ts'
import { startBuckets } from './embedded-buckets.ts'

const CONTENT = '青泽市民政局2024年政府信息公开工作年度报告'
const policy = (key: string, content = CONTENT) => ({
  key,
  contentType: 'text/plain',
  maxBytes: 100,
  sha256: createHash('sha256').update(content).digest('hex'),
  expiresInSeconds: 60,
})

const post = async ({ url, fields }: UploadForm, content: string): Promise<number> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content]))
  const response = await fetch(url, { method: 'POST', body: form })
  await response.arrayBuffer()
  return response.status
}

describe('upload signer: memory', () => {
  it('names the key and the content type in the form', async () => {
    const { fields } = await recordingSigner().sign(policy('uploads/a/1'))
    expect(fields).toMatchObject({ key: 'uploads/a/1', 'Content-Type': 'text/plain' })
  })
})

describe('upload signer: S3', () => {
  let ports: Ports
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await startBuckets()
    ports = started.ports
    close = started.close
  })
  afterAll(() => close())

  it('names the key and the content type in the form, and lets that file in', async () => {
    const form = await ports.uploadSigner.sign(policy('uploads/a/1'))
    expect(form.fields).toMatchObject({ key: 'uploads/a/1', 'Content-Type': 'text/plain' })
    expect(await post(form, CONTENT)).toBe(204)
    expect(await ports.uploads.head('uploads/a/1')).toMatchObject({ bytes: Buffer.byteLength(CONTENT) })
  })

  const refused: Record<string, { key: string; change: Record<string, string>; content?: string }> = {
    'under another key': { key: 'uploads/a/2', change: { key: 'uploads/b/2' } },
    'of another type': { key: 'uploads/a/3', change: { 'Content-Type': 'text/html' } },
    'with other bytes': { key: 'uploads/a/4', change: {}, content: `${CONTENT}。` },
    'with another checksum': {
      key: 'uploads/a/5',
      change: { 'x-amz-checksum-sha256': createHash('sha256').update('x').digest('base64') },
      content: 'x',
    },
  }
  for (const [name, { key, change, content = CONTENT }] of Object.entries(refused))
    it(`keeps out a file ${name}`, async () => {
      const { url, fields } = await ports.uploadSigner.sign(policy(key))
      expect(await post({ url, fields: { ...fields, ...change } }, content)).toBeGreaterThanOrEqual(400)
      expect(await ports.uploads.list(key)).toEqual([])
      expect(await ports.uploads.list('uploads/b/')).toEqual([])
    })

  it('keeps out a file that is empty, or over the limit, though its checksum is right', async () => {
    const long = 'x'.repeat(101)
    expect(await post(await ports.uploadSigner.sign(policy('uploads/a/6', '')), '')).toBe(400)
    expect(await post(await ports.uploadSigner.sign(policy('uploads/a/7', long)), long)).toBe(400)
    expect(await ports.uploads.list('uploads/a/6')).toEqual([])
    expect(await ports.uploads.list('uploads/a/7')).toEqual([])
  })

  it('keeps out a file that comes too late', async () => {
    const form = await ports.uploadSigner.sign({ ...policy('uploads/a/8'), expiresInSeconds: -60 })
    expect(await post(form, CONTENT)).toBe(403)
  })
})
