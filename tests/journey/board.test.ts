import { afterAll, expect, it } from 'vitest'
import { axeFaults } from './axe.ts'
import { openBrowser, openPortal } from './browser.ts'
import { docxOf, soundReport } from './files.ts'
import { handIn, reaches, YEAR } from './hand-in.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

const REVIEWER = { sub: '李四', role: 'reviewer' } as const

it('a reviewer finds who has not filed, and extends the deadline; the address and Back keep what is shown', async () => {
  const faults: string[] = []
  const filed = await openUnit(run, 'baosong', '青禾市已报送局')
  await openUnit(run, 'weibao', '青禾市未报送局')
  const { id } = await handIn(filed.clerk, docxOf(soundReport(filed.agency.name, 3)))
  await reaches(filed.clerk, id, 'passed')

  const page = await openPortal(browser, run, REVIEWER, faults)
  await page.getByRole('link', { name: '报送情况' }).click()
  await page.getByLabel('报告年度').selectOption(`${YEAR}`)
  const names = () => page.getByRole('rowheader').allInnerTexts()
  await page.getByRole('link', { name: '1 等待审核', exact: true }).click()
  await page.getByText('显示1个单位').waitFor()
  expect(await names()).toEqual([filed.agency.name])
  expect(await axeFaults(page)).toEqual([])

  await page.getByRole('link', { name: / 未报送$/ }).click()
  await page.getByRole('searchbox').fill('未报送局')
  await page.getByText('显示1个单位').waitFor()
  expect(await names()).toEqual(['青禾市未报送局'])
  expect(decodeURIComponent(page.url())).toContain(`year=${YEAR}&state=not-filed&q=未报送局`)
  expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.reload()
  await page.getByText('显示1个单位').waitFor()
  expect(await names()).toEqual(['青禾市未报送局'])
  await page.goBack()
  await page.getByRole('rowheader', { name: filed.agency.name }).waitFor()
  expect(page.url()).toContain('state=waiting')

  // A row leads to its submission, and Back to the board as it was.
  await page.getByRole('link', { name: filed.agency.name }).click()
  await page.waitForURL((address) => address.hash === `#/submissions/${id}`)
  await page.goBack()
  await page.getByRole('rowheader', { name: filed.agency.name }).waitFor()
  expect(page.url()).toContain('state=waiting')

  await page.getByText('设定或延长报送期限').click()
  await page.getByLabel('部门、乡镇街道,最后一天').fill(`${YEAR + 1}-02-20`)
  await page.getByRole('button', { name: '保存期限' }).click()
  await page.getByText(`部门、乡镇街道${YEAR + 1}年2月20日24时`).waitFor()
  const clerk = await openPortal(browser, run, { sub: '王五', role: 'clerk', agency: 'weibao' }, faults)
  await clerk.getByLabel('报告年度').selectOption(`${YEAR}`)
  await clerk.getByText(`${YEAR + 1}年2月20日24时`).waitFor()
  expect(faults).toEqual([])
})
