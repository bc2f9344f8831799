import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { chromium as playwrightOfItsAge } from 'playwright-of-its-age'
import type { Person } from '../../local/identity.ts'
import { MOST_PATIENCE } from '../patience.ts'
import type { LocalRun } from './start-local-run.ts'

/** Switches that would make the browser laxer than a clerk's own, and one that binds all its pages to one process. */
const NOT_WANTED = ['--disable-web-security', '--allow-running-insecure-content', '--single-process']
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !NOT_WANTED.includes(arg)), ...QUIET],
  })

/** Has a person sign in by the link that names them; the portal shows their page then. */
const signInAs = async (page: Page, run: LocalRun, person: Person): Promise<void> => {
  const known = run.people.findIndex(({ sub }) => sub === person.sub)
  run.people.splice(known < 0 ? run.people.length : known, 1, { ...person, name: person.sub })
  await page.goto(`${run.portal}/?${new URLSearchParams({ person: person.sub })}`)
  await page.getByRole('button', { name: '退出' }).waitFor()
}

/** Packages that bring older builds; all unpack to one place, so these are unpacked to one of their own. */
export type OldBrowser = 'chromium-103' | 'chromium-109'

const unpacked = async (name: OldBrowser): Promise<string> => {
  const folder = join(tmpdir(), `nianbao-${name}`)
  const program = join(folder, 'chromium')
  const isThere = await access(program).then(
    () => true,
    () => false,
  )
  if (isThere) return program
  const packed = join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'bin/chromium.br')
  await mkdir(folder, { recursive: true })
  const half = join(folder, `half-${process.pid}`)
  await writeFile(half, await promisify(brotliDecompress)(await readFile(packed)), { mode: 0o755 })
  await rename(half, program)
  return program
}

/** A browser of the age that offices have, driven by a playwright of its time: later ones call functions that it lacks. */
export const openOldBrowser = async (name: OldBrowser): Promise<Browser> => {
  const args = ['--no-sandbox', '--headless', '--disable-gpu', '--no-zygote', ...QUIET]
  return (await playwrightOfItsAge.launch({ executablePath: await unpacked(name), args })) as unknown as Browser
}

/** A browser of one person's own with the portal open; whatever goes wrong on its pages is added to `faults`. `first` runs in each page before its own scripts. */
export const openPortal = async (
  browser: Browser,
  run: LocalRun,
  person: Person,
  faults: string[],
  first: () => void = () => {},
): Promise<Page> => {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(MOST_PATIENCE)
  await context.addInitScript(first)
  const page = await context.newPage()
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text())
  })
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // What was under way when a page is left or loaded again ends so, and is no fault.
    if (why !== 'net::ERR_ABORTED') faults.push(`${request.url()} ${why}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.url()} ${response.status()}`)
  })
  await signInAs(page, run, person)
  return page
}
