import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { MOST_PATIENCE } from '../patience.ts'
import { axeFaults } from './axe.ts'
import { openBrowser, openPortal } from './browser.ts'
import { docxOf, soundReport } from './files.ts'
import { handIn, reaches } from './hand-in.ts'
import { mailsArrive } from './inbox.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

const clerkOf = (agency: string) => ({ sub: `clerk-${agency}`, role: 'clerk', agency }) as const

/** All that the browser keeps for the portal, and every address that was asked for. */
const watch = (context: BrowserContext): string[] => {
  const addresses: string[] = []
  context.on('request', (request) => addresses.push(request.url()))
  return addresses
}
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]))

it('a stranger gets nowhere, by any address, and can read the rules', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  context.setDefaultTimeout(MOST_PATIENCE)
  const page = await context.newPage()
  const asked = watch(context)
  for (const hash of ['', '#/submissions/x', '#/agencies', '#/agencies/x/rollup', '#token=e30.e30.x']) {
    await page.goto(`${run.portal}/${hash}`)
    await page.getByRole('heading', { name: '尚未登录' }).waitFor()
    expect(await page.getByRole('button', { name: '退出' }).count()).toBe(0)
  }
  await page.goto(`${run.portal}/?code=stolen&state=guessed`)
  await page.getByRole('heading', { name: '尚未登录' }).waitFor()
  expect(asked.filter((address) => address.includes('/api/'))).toEqual([])
  expect(await axeFaults(page)).toEqual([])
  await page.goto(`${run.portal}/#/rules`)
  await page.getByRole('heading', { name: '规则手册' }).waitFor()
  await context.close()
})

it('a deep link from a mail leads through the sign-in to its submission; tokens stand in no address and no storage', async () => {
  const { agency, clerk } = await openUnit(run, 'dangan', '青禾市档案局')
  const { id } = await handIn(clerk, docxOf(soundReport(agency.name)))
  await reaches(clerk, id, 'passed')
  run.people.push({ ...clerkOf(agency.id), name: '林芳' })
  const [mail] = await mailsArrive(run, agency, 1)

  const context = await browser.newContext({ locale: 'zh-CN' })
  context.setDefaultTimeout(MOST_PATIENCE)
  const asked = watch(context)
  const inbox = await context.newPage()
  await inbox.goto(mail?.address ?? '')
  const link = await inbox.frameLocator('iframe').getByRole('link').first().getAttribute('href')
  expect(link).toContain(`#/submissions/${id}`)
  const page = await context.newPage()
  await page.goto(link ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '选择演示人员登录' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^林芳/ }).click()
  await page.getByText('填报人员:林芳').waitFor()
  await page.getByText('没有必须改正的问题,等待政府信息公开工作主管部门审核。').waitFor()
  expect(new URL(page.url()).href).toBe(`${run.portal}/#/submissions/${id}`)

  // Loaded anew, the page is signed in without a click, by the provider's own cookie.
  await page.reload()
  await page.getByText('填报人员:林芳').waitFor()
  expect(new URL(page.url()).hash).toBe(`#/submissions/${id}`)
  expect(await keptBy(page)).not.toMatch(/eyJ|access|refresh/)
  expect(asked.filter((address) => /eyJ|token=|access_token/.test(address))).toEqual([])

  // Another person's link asks first; who stays, stays.
  await page.goto(`${run.portal}/?person=demo-reviewer`)
  await page.getByRole('heading', { name: '要换人登录吗?' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('link', { name: '不换,继续以林芳使用' }).click()
  await page.getByText('填报人员:林芳').waitFor()
  await page.goto(`${run.portal}/?person=demo-reviewer`)
  await page.getByRole('button', { name: /^换成李静/ }).click()
  await page.getByText('审核人员:李静').waitFor()

  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '退出登录' }).waitFor()
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('heading', { name: '尚未登录' }).waitFor()
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '选择演示人员登录' }).waitFor()
  await context.close()
})

it('a session ends in mid-sentence: the same person signs in again, and the sentence is still there', async () => {
  const { agency, clerk: ask } = await openUnit(run, 'xinfang', '青禾市信访局')
  const report = soundReport(agency.name)
  const sections = report.sections.map((section, index) => (index === 0 ? { ...section, heading: '一、工作总体情况概述' } : section))
  const { id } = await handIn(ask, docxOf({ ...report, sections }))
  await reaches(ask, id, 'passed')
  const clerk = await openPortal(browser, run, clerkOf(agency.id), [])
  await clerk.goto(`${run.portal}/#/submissions/${id}`)
  await clerk.getByText('说明情况', { exact: true }).first().click()
  await clerk.getByRole('textbox').first().fill('本年度机构改革,写到一半')

  // The token is no longer taken, and the provider knows the browser no longer.
  await clerk.route('**/api/**', (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }))
  await clerk.context().clearCookies()
  await clerk.getByRole('button', { name: '提交说明' }).first().click()
  await clerk.getByText('登录已失效。请重新登录,写好的内容会保留。').waitFor()
  await clerk.unroute('**/api/**')
  await clerk.getByRole('button', { name: '重新登录' }).click()

  const text = clerk.getByRole('textbox').first()
  await text.waitFor()
  expect(new URL(clerk.url()).hash).toBe(`#/submissions/${id}`)
  expect(await text.inputValue()).toBe('本年度机构改革,写到一半')
  await clerk.getByRole('button', { name: '提交说明' }).first().click()
  await clerk.getByText('本年度机构改革,写到一半', { exact: false }).first().waitFor()
  expect(await keptBy(clerk)).not.toContain('nianbao-draft')
})
