import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { STEPS } from '../../local/data-form.ts'
import { clerkOf, REVIEWER } from '../../local/demo.ts'
import { openIdentity, type Person } from '../../local/identity.ts'
import { type Client, createClient } from '../../shared/http-api/client.ts'
import { freePort, freePorts } from '../free-ports.ts'
import { newDataFolder, newFolder, type Started, start } from './run-process.ts'

const startOn = async (folder: string): Promise<Started> => {
  const started = start(['--data', folder, '--port', String(await freePort())])
  await started.ready()
  return started
}

const CLERK = clerkOf('demo')

/** The API as a demo person uses it. */
const as = (data: string, who: Person, run: Started): Client =>
  createClient(
    {
      apiUrl: `${run.address('portal')}/api`,
      token: async () => (await openIdentity(data, run.address('sign-in'))).issueToken(who),
      fetch,
    },
    ({ status, problem }) => new Error(`${status} ${problem?.detail}`),
  )

const handIn = async (clerk: Client, name: string, content: string): Promise<string> => {
  const bytes = new TextEncoder().encode(content)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const body = { year: 2024, fileName: name, contentType: 'text/plain', bytes: bytes.length, sha256 }
  const answer = await clerk.requestUpload({ body })
  if (answer.unchanged) throw new Error('it was there already')
  const form = new FormData()
  for (const [field, value] of Object.entries(answer.upload.fields)) form.append(field, value)
  form.append('file', new Blob([bytes]), name)
  expect((await fetch(answer.upload.url, { method: 'POST', body: form })).status).toBe(204)
  return answer.submission.id
}

const statusOf = async (clerk: Client, id: string): Promise<string> => (await clerk.showSubmission({ params: { id } })).status

/** `data-folder-of-61afbc8.zip` is a data folder as that build left it: one report published, one waiting for its review. Never to be made anew. */
it('a data folder of an earlier build is taken up: its pages and mails answer, and what waited goes on', async () => {
  const data = await newFolder()
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(`${import.meta.dirname}/data-folder-of-61afbc8.zip`)))) {
    await mkdir(join(data, dirname(name)), { recursive: true })
    await writeFile(join(data, name), bytes)
  }
  await writeFile(join(data, 'addresses.json'), JSON.stringify(await freePorts()))
  const run = await startOn(data)
  expect(run.err()).toBe('')
  expect((await stat(data)).mode & 0o777).toBe(0o700)

  const waiting = (await as(data, CLERK, run).listSubmissions({ query: { year: 2024 } })).submissions
  expect(waiting).toMatchObject([{ agencyId: 'demo', year: 2024, status: 'passed' }])
  expect((await fetch(`${run.address('site')}/agency-a5fb230cfb/2024/v1/`)).status).toBe(200)
  const mails = (await readdir(join(data, 'mail'))).map((name) => name.replace('.json', ''))
  expect(mails.length).toBeGreaterThanOrEqual(3)
  for (const mail of mails) expect((await fetch(`${run.address('mail')}/messages/${mail}`)).status).toBe(200)

  const [{ id } = { id: '' }] = waiting
  await as(data, REVIEWER, run).reviewSubmission({ params: { id }, body: { decision: 'approve' } })
  await expect.poll(() => statusOf(as(data, CLERK, run), id)).toBe('published')
  expect((await fetch(`${run.address('site')}/demo/2024/v1/`)).status).toBe(200)

  const checks = async () => (await readFile(join(data, 'functions.log'), 'utf8')).split('table indexes checked').length - 1
  expect(await readFile(join(data, 'form'), 'utf8')).toBe(`${STEPS.length}\n`)
  expect(await checks()).toBe(1)
  run.child.kill('SIGTERM')
  expect(await run.ended()).toBe(0)
  const again = await startOn(data)
  expect(await checks(), 'after a clean end').toBe(1)
  again.child.kill('SIGKILL')
  await again.ended()
  const third = await startOn(data)
  expect(await checks(), 'after a kill').toBe(2)
  third.child.kill('SIGTERM')
  expect(await third.ended()).toBe(0)

  await writeFile(join(data, 'form'), `${STEPS.length + 1}\n`)
  for (const args of [[], ['--once', import.meta.filename]]) {
    const refused = start(['--data', data, ...args])
    expect(await refused.ended()).toBe(1)
    expect(refused.err()).toMatch(/^[^\n]*由更新的版本写成[^\n]*\n$/)
  }
})

it('whatever was taken before a kill is there after it, and ends in its final state with its mail', async () => {
  const data = await newDataFolder()
  const first = await startOn(data)
  const names = ['一', '二', '三', '四']
  const ids = await Promise.all(names.map((name) => handIn(as(data, CLERK, first), `${name}.txt`, `这不是年报:${name}`)))
  first.child.kill('SIGKILL') // in the middle of reading, judging and mailing them
  await first.ended()

  const second = await startOn(data)
  for (const id of ids) await expect.poll(() => statusOf(as(data, CLERK, second), id)).toMatch(/^(failed|unreadable|replaced)$/)
  expect((await as(data, CLERK, second).listSubmissions({ query: { year: 2024 } })).submissions.map(({ id }) => id).sort()).toEqual(
    ids.toSorted(),
  )
  await expect.poll(async () => (await readdir(join(data, 'mail'))).length).toBeGreaterThanOrEqual(ids.length)
})
