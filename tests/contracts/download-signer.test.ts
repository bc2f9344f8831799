import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ports } from '../../shared/ports/ports.ts'
import { recordingDownloads } from '../fakes/recorders.ts'
import { startBuckets } from './embedded-buckets.ts'

let ports: Ports
let close: () => Promise<void>
beforeAll(async () => {
  const started = await startBuckets()
  ports = started.ports
  close = started.close
})
afterAll(() => close())

const policy = (changes: object = {}) => ({
  key: 'uploads/a/1',
  version: 'v1',
  fileName: '民政局2024年报(定稿) "终".docx',
  expiresInSeconds: 60,
  ...changes,
})

it('names object and version in the address: memory', async () => {
  expect(await recordingDownloads().sign(policy())).toBe('https://uploads.example/uploads/a/1?versionId=v1')
})

it('gives the version that was asked for, as an attachment of its own name that no browser opens: S3', async () => {
  await ports.uploads.write('uploads/a/1', '<script>first</script>', 'text/html')
  const first = await ports.uploads.head('uploads/a/1')
  await ports.uploads.write('uploads/a/1', 'second', 'text/html')
  const answer = await fetch(await ports.downloadSigner.sign(policy({ version: first?.version })))
  expect(await answer.text()).toBe('<script>first</script>')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  const disposition = answer.headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="report\.docx"; filename\*=UTF-8''/)
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(policy().fileName)
})

it('signs a name that is no whole text, and one without an ending: S3', async () => {
  await ports.uploads.write('uploads/a/2', 'x', 'text/plain')
  const version = (await ports.uploads.head('uploads/a/2'))?.version
  for (const fileName of ['年\ud800报', '年报\r\nx: y'])
    expect((await fetch(await ports.downloadSigner.sign(policy({ key: 'uploads/a/2', version, fileName })))).status).toBe(200)
})

it('gives nothing of another object, another version, or once no time is left: S3', async () => {
  await ports.uploads.write('uploads/a/3', 'x', 'text/plain')
  const version = (await ports.uploads.head('uploads/a/3'))?.version
  const url = await ports.downloadSigner.sign(policy({ key: 'uploads/a/3', version }))
  const late = await ports.downloadSigner.sign(policy({ key: 'uploads/a/3', version, expiresInSeconds: -60 }))
  for (const address of [url.replace('uploads/a/3', 'uploads/a/1'), url.replace(version ?? '', 'null'), late])
    expect((await fetch(address)).status).toBeGreaterThanOrEqual(400)
})
