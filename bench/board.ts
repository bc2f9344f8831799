import { mkdirSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { BrowserContext, Page } from 'playwright-core'
import { addressOf } from '../local/addresses.ts'
import { openIdentity } from '../local/identity.ts'
import { openServiceKey } from '../local/service-key.ts'
import { startSignIn } from '../local/sign-in/server.ts'
import { lawfulDeadlines } from '../shared/form/deadline.ts'
import type { Board } from '../shared/http-api/board.ts'
import { ROUTES } from '../shared/http-api/routes.ts'
import { PORTAL_CLIENT } from '../shared/http-api/sign-in.ts'
import { BOARD_STATES } from '../shared/submission/board-state.ts'
import { freePorts } from '../tests/free-ports.ts'
import { axeFaults } from '../tests/journey/axe.ts'
import { openBrowser } from '../tests/journey/browser.ts'

/**
 * The board in a browser with 3,000 agencies: from opening its address to its first rows, what is loaded for it and for a clerk, and how long typing a letter
 * of the search and a jump to the end of the table keep the page busy. Beside an empty page of the same browser. Needs `dist/` (`npm run prepare`). With a
 * folder, pictures of the board at 360, 1280 and 1920 px are laid there.
 */
const AGENCIES = 3000
const YEAR = 2024
const GOALS = { clerkKb: 150, boardKb: 250 }

const pad = (index: number): string => `${index}`.padStart(4, '0')
const agencies = Array.from({ length: AGENCIES }, (_, index) => ({
  id: `unit-${pad(index)}`,
  name: `青禾市${['民政', '水利', '教育', '卫生健康', '住房和城乡建设'][index % 5]}局第${index}分局`,
  aliases: [],
  mail: [`bgs@unit-${pad(index)}.example`],
  ...(index >= 30 && { parent: `unit-${pad(index % 30)}` }),
  kind: index % 7 === 0 ? 'township' : 'department',
  contact: ['王芳', '李强', '张敏'][index % 3],
  telephone: `0536-555${pad(index)}`,
}))

const stateAt = (index: number) => BOARD_STATES[(index * 7) % BOARD_STATES.length] ?? 'waiting'
const rows: Board['rows'] = agencies.flatMap(({ id }, index) => {
  const state = stateAt(index)
  if (state === 'not-filed') return []
  const status = ({ checking: 'parsed', waiting: 'passed' } as const)[state as 'waiting'] ?? state
  const warning = index % 4
  return {
    ...{ agencyId: id, submissionId: `s-${index}`, state, status, version: 1 + (index % 3), since: '2025-01-20T02:00:00.000Z' },
    ...{ receivedAt: index % 11 === 0 ? '2025-02-02T02:00:00.000Z' : '2025-01-20T02:00:00.000Z', openWarnings: warning, risk: warning * 5 },
    verdict: state === 'failed' ? 'fail' : 'pass',
    counts: { error: state === 'failed' ? 2 : 0, warning, notice: index % 2 },
  } as Board['rows'][number]
})
const ANSWERS: Readonly<Record<string, object>> = {
  [ROUTES.listAgencies.path]: { agencies },
  [ROUTES.showBoard.path]: { year: YEAR, ...lawfulDeadlines(YEAR), rows },
}

const ports = await freePorts()
const [address, issuer] = [addressOf(ports.portal), addressOf(ports.signIn)]
const app = new Hono()
app.get('/api/*', (context) => {
  const answer = ANSWERS[context.req.path.replace('/api', '')]
  return answer === undefined ? context.json({ submissions: [], year: YEAR, ...lawfulDeadlines(YEAR) }) : context.json(answer)
})
app.get('/empty', (context) => context.html('<!doctype html><title>empty</title><table><tr><th scope="row">1</th></tr></table>'))
app.get('/config.js', (context) =>
  context.body(`window.NIANBAO = ${JSON.stringify({ apiUrl: '/api', signIn: { issuer, clientId: PORTAL_CLIENT } })}`, 200, {
    'content-type': 'text/javascript',
  }),
)
app.use('/*', serveStatic({ root: 'dist/portal' }))
const server = serve({ fetch: app.fetch, port: ports.portal, hostname: '127.0.0.1' })

/** Who signs in: a page that is opened anew asks the provider, as in a run. */
const PEOPLE = [
  { sub: 'clerk', name: '张三', role: 'clerk', agency: 'unit-0000' },
  { sub: 'reviewer', name: '李四', role: 'reviewer' },
] as const
const data = await mkdtemp(join(tmpdir(), 'nianbao-board-'))
const stopSignIn = await startSignIn({
  ...{ folder: data, ports, people: PEOPLE, onFault: console.error },
  key: await openServiceKey(data),
  identity: await openIdentity(data, issuer),
})
const [browser, folder] = [await openBrowser(), process.argv[2]]
const signedIn = async (role: string, options: Parameters<typeof browser.newContext>[0] = {}): Promise<BrowserContext> => {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'America/New_York', ...options })
  const page = await context.newPage()
  await page.goto(`${address}/?person=${role}`)
  await page.getByRole('button', { name: '退出' }).waitFor()
  return context
}

/** What the scripts and styles of a page weigh compressed, in KB. */
const weightOf = async (page: Page): Promise<number> => {
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => (/\/assets\/.*\.(?:js|css)$/.test(name) ? [name] : [])),
  )
  const files = await Promise.all([...new Set(names)].map((name) => readFile(resolve(`dist/portal${new URL(name).pathname}`))))
  return files.reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0) / 1024
}

const open = async (page: Page, path: string): Promise<number> => {
  await page.goto('about:blank')
  await page.goto(`${address}${path}`, { waitUntil: 'commit' })
  await page.locator('tbody th[scope=row], th[scope=row]').first().waitFor()
  return page.evaluate(() => performance.now())
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

try {
  const clerk = await signedIn('clerk')
  const clerkKb = await weightOf(clerk.pages()[0] as Page)
  await clerk.close()

  const reviewer = await signedIn('reviewer', { viewport: { width: 1280, height: 900 } })
  const page = reviewer.pages()[0] as Page
  const [empty, board]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round++) {
    empty.push(await open(page, '/empty'))
    board.push(await open(page, `/#/board?year=${YEAR}`))
  }
  const boardKb = await weightOf(page)
  const drawn = await page.locator('tbody tr').count()
  const busy = (act: () => Promise<unknown>) => {
    const began = performance.now()
    return act().then(() => performance.now() - began)
  }
  const typing = await busy(async () => {
    await page.getByRole('searchbox').fill('第2999分局')
    await page.getByText('显示1个单位').waitFor()
  })
  await page.getByRole('searchbox').fill('')
  await page.getByText(`显示${AGENCIES}个单位`).waitFor()
  const scrolling = await busy(async () => {
    await page.locator('.board-scroll').evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await page.getByText(`第${AGENCIES - 1}分局`).waitFor()
  })

  console.table({
    'opened, first rows ms': { 'empty page': Math.round(median(empty)), board: Math.round(median(board)) },
    'rows in the page': { 'empty page': 1, board: drawn },
    'a search ms': { board: Math.round(typing) },
    'to the end ms': { board: Math.round(scrolling) },
  })
  console.table({
    clerk: { 'KB brotli': Math.round(clerkKb), goal: GOALS.clerkKb },
    board: { 'KB brotli': Math.round(boardKb), goal: GOALS.boardKb },
  })

  const wrong: Record<string, number> = {}
  for (const width of [360, 1280, 1920])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      await open(page, `/#/board?year=${YEAR}&state=not-filed`)
      wrong[`${width} px, ${colorScheme}`] = (await axeFaults(page)).length
      if (folder === undefined) continue
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: `${folder}/board-${width}-${colorScheme}.png` })
    }
  console.table({ 'axe finds': wrong })
  const reached = clerkKb <= GOALS.clerkKb && boardKb <= GOALS.boardKb && Object.values(wrong).every((count) => count === 0)
  console.log(`goals: ${reached ? 'reached' : 'missed'}`)
  process.exitCode = reached ? 0 : 1
} finally {
  await browser.close()
  server.close()
  await stopSignIn()
  await rm(data, { recursive: true })
}
