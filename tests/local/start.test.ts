import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { clerkOf } from '../../local/demo.ts'
import { openIdentity } from '../../local/identity.ts'
import { freePort } from '../free-ports.ts'
import { plantError } from '../generator/plant/plant-error.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { newDataFolder, newFolder, type Started, start, type WhenOver } from './run-process.ts'

const report = (seed: number, year = 2024): SampleReport => sampleReport({ seed, agency: '青禾市教育局', year, bustle: 'ordinary' })
const docx = (written: SampleReport): Uint8Array => writeSample(written, { format: 'docx', layout: 'official' })

const Submissions = z.strictObject({
  submissions: z.array(
    z.strictObject({
      file: z.string(),
      verdict: z.enum(['pass', 'fail', 'unreadable']).nullable(),
      mail: z.string().nullable(),
      page: z.string().nullable(),
      unchanged: z.literal(true).optional(),
    }),
  ),
})

/** What the last line says. */
const submissionsOf = ({ out }: Started) => Submissions.parse(JSON.parse(out().trimEnd().split('\n').at(-1) ?? '')).submissions

const statusAt = async (address: string | null | undefined): Promise<number> => (await fetch(address ?? '')).status

/** A run of its own on ports that no other test has. */
const startOn = async (folder: string, whenOver: WhenOver): Promise<Started> => {
  const started = start(['--data', folder, '--port', String(await freePort())], { whenOver })
  await started.ready()
  return started
}

const stop = async ({ child, ended }: Started): Promise<void> => {
  child.kill('SIGTERM')
  expect(await ended()).toBe(0)
}

describe('a run of some hours', () => {
  let data: string
  let folder: string
  let first: Started
  beforeAll(async () => {
    data = await newDataFolder(afterAll)
    folder = await newFolder(afterAll)
    first = await startOn(data, afterAll)
  })

  it('prints its addresses on 127.0.0.1, then ready, and answers there', async () => {
    expect(
      first
        .out()
        .split('\n')
        .slice(0, 4)
        .map((line) => line.split(' ')[0]),
    ).toEqual(['portal', 'site', 'mail', 'sign-in'])
    expect(first.out().trimEnd().split('\n').at(-1)).toBe('ready')
    expect(await (await fetch(`${first.address('portal')}/`)).text()).toContain('政府信息公开年报填报系统')
    expect(await (await fetch(`${first.address('portal')}/config.js`)).text()).toContain('/api')
    expect(await (await fetch(`${first.address('mail')}/`)).text()).toContain('收件箱')
    expect(await statusAt(`${first.address('portal')}/api/submissions`)).toBe(401)
    expect(await statusAt(`${first.address('sign-in')}/`)).toBe(200)
    expect(first.out()).toContain(`clerk ${first.address('portal')}/?person=demo-clerk`)
    const identity = await openIdentity(data, first.address('sign-in'))
    const token = await identity.issueToken(clerkOf('demo'))
    const asked = await fetch(`${first.address('portal')}/api/submissions`, { headers: { authorization: `Bearer ${token}` } })
    expect(await asked.json()).toEqual({ submissions: [] })
  })

  it('a second start on the same data says where the first runs', async () => {
    const second = start(['--data', data])
    expect(await second.ended()).toBe(2)
    expect(second.err()).toContain(first.address('portal'))
    expect(second.out()).toBe('')
  })

  it('--once submits to it, by npm too; SIGTERM ends it and frees all; the data outlives a restart and a kill', async () => {
    const files = ['v1.docx', 'v2.docx', 'bad.docx', 'noise.docx'].map((name) => join(folder, name))
    const [v1 = '', v2 = '', bad = '', noise = ''] = files
    await writeFile(v1, docx(report(1)))
    await writeFile(v2, docx(report(2)))
    const planted = plantError(report(3, 2025), 'table4-total', 1)
    await writeFile(bad, docx(planted.report))
    await writeFile(
      noise,
      Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
    )

    const once = start(['--data', data, '--once', v1, v2, bad, noise])
    expect(await once.ended()).toBe(0)
    expect(once.err()).toBe('')
    const submissions = submissionsOf(once)
    expect(submissions.map(({ file }) => file)).toEqual(files)
    expect(submissions.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'fail', 'unreadable'])
    const [page1, page2, ...pages] = submissions.map(({ page }) => page)
    expect(page1).toMatch(/\/2024\/v1\/$/)
    expect(page2).toBe(page1?.replace('/v1/', '/v2/'))
    expect(pages).toEqual([null, null])
    for (const { mail } of submissions) expect(await statusAt(mail)).toBe(200)
    const told = await (await fetch(`${submissions[3]?.mail}/text`)).text()
    expect(told).toContain('文件格式无法识别')
    expect(once.out()).toMatch(/^ +\d+\.\d\ds {2}.*核对结果:通过/m)
    const addresses = [page1, page2, ...submissions.map(({ mail }) => mail)]

    await stop(first)
    await expect(statusAt(`${first.address('portal')}/`)).rejects.toThrow()

    const again = start(['--data', data])
    await again.ready()
    for (const name of ['portal', 'site', 'mail']) expect(again.address(name)).toBe(first.address(name))
    for (const address of addresses) expect(await statusAt(address)).toBe(200)
    expect(await (await fetch(`${submissions[3]?.mail}/text`)).text()).toBe(told)

    const unchanged = start(['--data', data, '--once', v2])
    expect(await unchanged.ended()).toBe(0)
    expect(submissionsOf(unchanged)).toEqual([{ ...submissions[1], unchanged: true }])

    // By npm a file is looked for where the user stands.
    await writeFile(join(folder, 'report.docx'), docx(report(5)))
    const env = { INIT_CWD: folder, npm_lifecycle_event: 'start' }
    const byNpm = start(['--data', data, '--once', 'report.docx'], { env })
    expect(await byNpm.ended()).toBe(0)
    expect(submissionsOf(byNpm)).toMatchObject([{ file: 'report.docx', verdict: 'pass' }])

    again.child.kill('SIGKILL')
    expect(await again.ended()).toBe('SIGKILL')

    // Of two that start at the same time one has the folder, with all that it held, and the other says where it is.
    const both = [1, 2].map(() => start(['--data', data]))
    const refused = await Promise.race(both.map(async (each) => ({ each, status: await each.ended() })))
    expect(refused.status, both.map((each) => each.err()).join()).toBe(2)
    const running = both.find((each) => each !== refused.each)
    if (running === undefined) throw new Error('both ended')
    await running.ready()
    expect(refused.each.err()).toContain(running.address('portal'))
    const [published] = submissionsOf(byNpm)
    for (const address of [...addresses, published?.page, published?.mail]) expect(await statusAt(address)).toBe(200)
    await stop(running)
    expect(first.err() + again.err() + running.err()).toBe('')
  })
})

it('--once by itself starts, submits, prints the result as its last line, and ends', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'report.docx'), docx(report(4)))
  const port = String(await freePort())
  const once = start(['--data', await newDataFolder(), '--port', port, '--once', 'report.docx', 'nowhere.docx', '.'], { cwd: folder })
  expect(await once.ended()).toBe(1)
  expect(submissionsOf(once)).toMatchObject([
    { file: 'report.docx', verdict: 'pass', page: expect.stringMatching(/\/v1\/$/), mail: expect.stringMatching(/^http/) },
    { file: 'nowhere.docx', verdict: null, mail: null, page: null },
    { file: '.', verdict: null, mail: null, page: null },
  ])
  expect(once.out()).toMatch(/nowhere\.docx:没有这个文件\n.*\.:这是文件夹/)
  expect(once.address('portal')).toBe(`http://127.0.0.1:${port}`)
})

it('a port that is taken is avoided', async () => {
  const port = await freePort()
  const other = createServer((_, response) => response.end('somebody else'))
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void other.close())
  const started = start(['--data', await newFolder(), '--port', String(port)])
  await started.ready()
  expect(started.address('portal')).not.toBe(`http://127.0.0.1:${port}`)
  expect(await statusAt(`${started.address('portal')}/`)).toBe(200)
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('somebody else')
  await stop(started)
})

it.each([
  ['an unknown flag', ['--prot', '1']],
  ['a port that is none', ['--port', 'x']],
  ['a port out of range', ['--port', '70000']],
  ['--once without a file', ['--once']],
  ['a file without --once', ['report.docx']],
  ['--data without its value', ['--data']],
  ['--data of nothing', ['--data', '']],
])('%s: status 2 and the usage', async (_what, args) => {
  const { ended, out, err } = start(args)
  expect(await ended()).toBe(2)
  expect(out()).toBe('')
  expect(err()).toContain('npm start [-- --port N] [--data DIR] [--once FILE...]')
})
