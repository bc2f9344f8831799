import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressOf } from '../../local/addresses.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { serviceClientOf } from '../../local/sign-in/service-clients.ts'
import { openApiDocument } from '../../shared/http-api/openapi.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { detailOf, YEAR } from './hand-in.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
afterAll(run.end)

/** The shell of the page, as a reader would type it, block by block. */
let walk: string
beforeAll(async () => {
  const page = await readFile('docs/filing-from-your-own-system.md', 'utf8')
  walk = Array.from(page.matchAll(/^```sh\n(.*?)^```$/gms), ([, block]) => block).join('\n')
})

/** Walks through the page with one file; what it printed, line by line. */
const file = async (agency: { id: string }, name: string, bytes: Uint8Array): Promise<string[]> => {
  const folder = join(run.folder, 'walks', agency.id)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), bytes)
  const CLIENT = join(folder, 'client.json')
  await writeFile(CLIENT, JSON.stringify(serviceClientOf(agency.id, await openServiceKey(run.folder))))
  const SIGN_IN = addressOf(run.ports.signIn)
  const env = { ...process.env, PORTAL: run.portal, SIGN_IN, CLIENT, FILE: name, YEAR: String(YEAR) }
  const { stdout, stderr } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', walk], { cwd: folder, env })
  expect(stderr).toBe('')
  return stdout.split('\n')
}

it('the walk of the page files a report, and shows what became of it; the same file again changes nothing', async () => {
  const { agency, clerk } = await openUnit(run, 'walk', '青禾市统计局')
  const bytes = docxOf(soundReport(agency.name))
  const lines = await file(agency, '年报.docx', bytes)
  for (const { path } of Object.values(ROUTES)) expect(lines).toContain(path)
  expect(lines).toContain('passed: pass')
  expect(lines.find((line) => line.startsWith('400 urn:nianbao:problem:invalid-request: '))).toContain('没有名为“yaer”的参数')

  expect(await file(agency, '年报.docx', bytes)).toEqual(lines)
  const [submission, ...others] = await run.core.lists.ofAgencyAndYear(agency.id, YEAR)
  expect(others).toEqual([])
  expect(await detailOf(clerk, submission?.id ?? '')).toMatchObject({ version: 1, fileName: '年报.docx', submittedBy: 'service-walk' })
})

it('it shows the findings of a report that fails', async () => {
  const { agency } = await openUnit(run, 'walk-failing', '青禾市审计局')
  const { file: bytes } = faultyFile(agency.name)
  const lines = await file(agency, 'report.docx', bytes)
  expect(lines).toContain('failed: fail')
  expect(lines.find((line) => line.startsWith('error | '))).toMatch(/\p{Script=Han}/u)
})

it('the description is for everyone, without a token', async () => {
  const response = await fetch(`${run.portal}/api/openapi.json`)
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(await response.json()).toEqual(openApiDocument())
})
