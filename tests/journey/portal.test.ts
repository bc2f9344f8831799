import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { openBrowser, openPortal } from './browser.ts'
import { docxOf, faultyFile, soundReport } from './files.ts'
import { handIn, reaches, YEAR } from './hand-in.ts'
import { mailsArrive } from './inbox.ts'
import { answered, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const clerkOf = (agency: string) => ({ sub: '张三', role: 'clerk', agency }) as const
const REVIEWER = { sub: '李四', role: 'reviewer' } as const

/** Hands the file in by the form; the upload goes on only when its progress is on the screen. */
const submit = async (page: Page, file: Uint8Array): Promise<void> => {
  await page.route(`http://127.0.0.1:${run.ports.objects}/**`, async (route) => {
    await page.getByRole('progressbar', { name: '上传进度' }).waitFor()
    await route.continue()
  })
  await page.getByLabel('报告年度').selectOption(String(YEAR))
  await page.getByLabel('报告文件').setInputFiles({ name: '年报.docx', mimeType: DOCX, buffer: Buffer.from(file) })
  await page.getByRole('button', { name: '提交并核查' }).click()
}

it('a clerk hands a report in, a reviewer approves it, the clerk follows the link to the published page', async () => {
  const faults: string[] = []
  const { agency } = await openUnit(run, 'kejiao', '青禾市科技局')
  const report = soundReport(agency.name)
  const clerk = await openPortal(browser, run, clerkOf(agency.id), faults)
  await clerk.getByText('填报人员:张三').waitFor()
  await clerk.waitForURL((address) => !address.href.includes('token'))

  await submit(clerk, docxOf(report))
  await clerk.getByText('没有必须改正的问题,等待政府信息公开工作主管部门审核。').waitFor()
  await clerk.getByRole('heading', { name: `${agency.name}${YEAR}年政府信息公开工作年度报告` }).waitFor()

  const reviewer = await openPortal(browser, run, REVIEWER, faults)
  const waiting = reviewer.getByRole('row').filter({ hasText: agency.name })
  await waiting.getByRole('link', { name: '年报.docx' }).click()
  await reviewer.getByRole('button', { name: '同意发布', exact: true }).click()
  await reviewer.goto('about:blank') // Whoever leaves waits no longer.
  await clerk.getByText('报告已在网站发布,可以长期访问。').waitFor()
  const link = clerk.getByRole('link', { name: `${run.site}/${agency.id}/${YEAR}/v1/` })
  await link.click()
  await clerk.getByRole('heading', { level: 1, name: `${agency.name}${YEAR}年政府信息公开工作年度报告` }).waitFor()
  const received = report.three[0]?.map(String)
  expect(await clerk.locator('tr', { hasText: '本年新收政府信息公开申请数量' }).locator('td').allTextContents()).toEqual(received)
  expect(faults).toEqual([])
})

it('a clerk sees of a failing report each finding with its place and what to do, and may try again', async () => {
  const faults: string[] = []
  const { agency, clerk: ask } = await openUnit(run, 'jiaotong', '青禾市交通运输局')
  const clerk = await openPortal(browser, run, clerkOf(agency.id), faults)
  const { file, rules } = faultyFile(agency.name)
  await submit(clerk, file)
  await clerk.getByText('有必须改正的问题。请改正后重新提交。').waitFor()

  const { submissions } = answered(await ask.listSubmissions({ query: { year: YEAR } }))
  const { findings } = await reaches(ask, submissions[0]?.id ?? '', 'failed')
  expect(findings.length).toBeGreaterThanOrEqual(rules.length)
  for (const { message, where, fix, basis } of findings) {
    const item = clerk.getByRole('listitem').filter({ hasText: message }).first()
    const shown = await item.textContent()
    for (const words of [where, fix, basis]) expect(shown).toContain(words)
  }

  await clerk.getByRole('link', { name: '重新提交' }).click()
  await clerk.getByLabel('报告年度').selectOption(String(YEAR))
  await clerk.getByRole('row').filter({ hasText: '核查未通过' }).waitFor()
  expect(faults).toEqual([])
})

it('a reviewer sends a report back; its clerk reads the reason, in the portal and in the mail', async () => {
  const faults: string[] = []
  const { agency, clerk: ask } = await openUnit(run, 'shangwu', '青禾市商务局')
  const { id } = await handIn(ask, docxOf(soundReport(agency.name)))
  await reaches(ask, id, 'passed')

  const reviewer = await openPortal(browser, run, REVIEWER, faults)
  await reviewer.getByRole('row').filter({ hasText: agency.name }).getByRole('link').click()
  await reviewer.getByRole('button', { name: '退回修改' }).click()
  const reason = '请补充本年度的主要问题。'
  await reviewer.getByLabel('退回的理由(必填)').fill(reason)
  await reviewer.getByRole('button', { name: '退回', exact: true }).click()
  await reviewer.goto('about:blank')
  await reaches(ask, id, 'returned')

  const clerk = await openPortal(browser, run, clerkOf(agency.id), faults)
  await clerk.getByLabel('报告年度').selectOption(String(YEAR))
  await clerk.getByRole('link', { name: '年报.docx' }).click()
  await clerk.locator('blockquote', { hasText: reason }).waitFor()
  const [, mail] = await mailsArrive(run, agency, 2)
  await clerk.goto(mail?.address ?? '')
  await clerk.frameLocator('iframe').getByText(reason).waitFor()
  expect(faults).toEqual([])
})

it('the address that a clerk goes to while the page is still coming is where the clerk comes', async () => {
  const faults: string[] = []
  const { agency } = await openUnit(run, 'shuiwu', '青禾市水务局')
  const clerk = await openPortal(browser, run, clerkOf(agency.id), faults, () => {
    // The page's own script has run by then, and nothing is drawn yet.
    addEventListener('DOMContentLoaded', () => location.assign('#/rules'))
  })
  await clerk.getByRole('link', { name: '规则手册' }).and(clerk.locator('[aria-current=page]')).waitFor()
  await clerk.getByText('填报人员:张三').waitFor()
  expect(new URL(clerk.url()).hash).toBe('#/rules')
  expect(faults).toEqual([])
})
