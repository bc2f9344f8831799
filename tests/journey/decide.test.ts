import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import type { SampleReport } from '../generator/sample-report.ts'
import { axeFaults } from './axe.ts'
import { openBrowser, openPortal } from './browser.ts'
import { eventually } from './eventually.ts'
import { docxOf, soundReport } from './files.ts'
import { detailOf, handIn, publish, reaches, YEAR } from './hand-in.ts'
import { type Ask, answered, openReviewer, openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

const REVIEWER = { sub: '李四', role: 'reviewer' } as const

/** A title of its own for section 一 is a warning, which nobody explains. */
const warned = (report: SampleReport): SampleReport => ({
  ...report,
  sections: report.sections.map((section, index) => (index === 0 ? { ...section, heading: '一、工作总体情况概述' } : section)),
})

type Unit = { readonly name: string; readonly ask: Ask; readonly id: string }

/** Reports of so many agencies that wait, in the order of the queue; that of the second has a warning. */
const reportsWait = async (count: number, of: string, seed: number): Promise<Unit[]> => {
  const units: Unit[] = []
  for (let index = 0; index < count; index++) {
    const { agency, clerk: ask } = await openUnit(run, `${of}${index}`, `青禾市${of}${index}局`)
    const report = soundReport(agency.name, seed + index)
    const { id } = await handIn(ask, docxOf(index === 1 ? warned(report) : report))
    await reaches(ask, id, 'passed')
    units.push({ name: agency.name, ask, id })
  }
  return units
}

const shows = (page: Page, { id }: Unit) => page.waitForURL((address) => address.hash === `#/submissions/${id}`)
/** Presses a button that has the keyboard. */
const press = async (page: Page, name: string, key = 'Enter'): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true })
  await button.focus()
  await page.keyboard.press(key)
}

it('a reviewer decides on twelve with the keyboard, undoes one, returns one with picked reasons, withdraws one, and leaves while one is held', async () => {
  const faults: string[] = []
  const before = await openUnit(run, 'lishi', '青禾市历史局')
  const previous = await publish(before.clerk, await openReviewer(run), docxOf(soundReport(before.agency.name, 5, YEAR - 1)), {
    year: YEAR - 1,
  })
  const units = await reportsWait(12, 'shi', 1)
  const [first, second, third] = units as [Unit, Unit, Unit]
  const page = await openPortal(browser, run, REVIEWER, faults)
  await page.getByRole('link', { name: '从第一份开始审核' }).click()
  await shows(page, first)
  await page.getByText('等待审核第1份,共12份').waitFor()
  await page.getByRole('heading', { name: '公众将看到的报告' }).waitFor()
  expect(await axeFaults(page)).toEqual([])

  // Through the queue and back.
  await page.keyboard.press('j')
  await shows(page, second)
  await page.keyboard.press('k')
  await shows(page, first)

  // Undone: it waits again, and nothing was sent.
  await press(page, '同意发布')
  await shows(page, second)
  await page.keyboard.press('u')
  await shows(page, first)
  await page.getByText('等待审核第1份,共12份').waitFor()
  expect((await detailOf(first.ask, first.id)).status).toBe('passed')
  await press(page, '同意发布')

  // Returned, with a finding picked as the reason and words of one's own.
  await shows(page, second)
  const mark = page.getByRole('complementary', { name: '关于“一、总体情况”的意见' })
  await mark.getByText('尚未说明').waitFor()
  await press(page, '退回修改')
  await page
    .getByRole('checkbox', { name: /请核对/ })
    .first()
    .focus()
  await page.keyboard.press('Space')
  const reason = page.getByLabel('退回的理由(必填)')
  expect(await reason.inputValue()).toContain('第一部分')
  await reason.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n请一并补充数据。j k')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  for (const unit of units.slice(2)) {
    await shows(page, unit)
    await page.getByRole('heading', { name: `${unit.name}${YEAR}年政府信息公开工作年度报告` }).waitFor()
    await press(page, '同意发布')
  }
  const returned = await reaches(second.ask, second.id, 'returned')
  expect(returned.returnReason).toMatch(/第一部分.*\n请一并补充数据。j k$/s)
  expect(returned.history.filter(({ status }) => status === 'returned')).toHaveLength(1)
  await page.getByText('没有等待审核的报告。').waitFor()

  // Leaving sends what is held, once.
  await page.goto('about:blank')
  for (const { ask, id } of [first, ...units.slice(2)]) {
    const { history } = await reaches(ask, id, 'published')
    expect(history.filter(({ status }) => status === 'approved')).toHaveLength(1)
  }

  // Withdrawn, from its own page.
  await page.goto(`${run.portal}/#/submissions/${third.id}`)
  await press(page, '撤下已发布的报告')
  await page.getByLabel('撤下的理由(必填)').fill('附表有误')
  await press(page, '撤下')
  await page.getByRole('button', { name: /^撤销:撤下已发布的报告/ }).waitFor()
  await page.goto(`${run.portal}/#/submissions/${previous.id}`)
  await page.reload()
  await reaches(third.ask, third.id, 'withdrawn')
  expect(faults).toEqual([])
})

it('last year stands beside this year, the file comes under its own name, and a waiver is taken back', async () => {
  const faults: string[] = []
  const { agency, clerk: ask } = await openUnit(run, 'duizhao', '青禾市对照局')
  const reviewer = await openReviewer(run)
  const [last, now] = [soundReport(agency.name, 21, YEAR - 1), soundReport(agency.name, 22)]
  await publish(ask, reviewer, docxOf(last), { year: YEAR - 1 })
  const file = docxOf({ ...now, four: now.four.map((value, column) => (column === 3 ? value + 1 : value)) })
  const { id } = await handIn(ask, file, { fileName: '对照局(定稿).docx' })
  await reaches(ask, id, 'failed')

  const page = await openPortal(browser, run, REVIEWER, faults)
  await page.goto(`${run.portal}/#/submissions/${id}`)
  const received = page.locator('tr', { hasText: '本年新收政府信息公开申请数量' }).locator('td')
  await received.first().waitFor()
  const expected = now.three[0]?.map((value, column) => {
    const was = last.three[0]?.[column] ?? 0
    const change = value === was ? '' : value > was ? ` ▲${value - was}比上年多${value - was}` : ` ▼${was - value}比上年少${was - value}`
    return `${value}${was === 0 && value === was ? '' : `上年${was}${change}`}`
  })
  expect((await received.allTextContents()).map((text) => text.replace(/[✕!i○]\d+/, ''))).toEqual(expected)

  // A finding leads to its cell, and the cell to its finding.
  const cell = page.locator('#cell-4-0-4')
  await cell.getByRole('button', { name: /必须改正/ }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^note-/)
  await page.locator('#note-1').getByRole('button', { name: '看这一格' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('cell-4-0-4')
  await page.getByLabel('只看公众将看到的样子').check()
  expect(await page.locator('.notes, .mark, .before').count()).toBe(0)
  await page.getByLabel('只看公众将看到的样子').uncheck()

  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载原文件“对照局(定稿).docx”' }).click()
  expect((await coming).suggestedFilename()).toBe('对照局(定稿).docx')

  await page.locator('#note-1 summary', { hasText: '豁免' }).click()
  const note = page.locator('#note-1')
  await note.getByLabel('豁免理由(随报告公开)').fill('口径不同')
  await note.getByLabel('到期日期').fill('2099-12-31')
  await note.getByRole('button', { name: '豁免', exact: true }).click()
  await page.getByText('已豁免至2099-12-31').waitFor()
  await page
    .locator('section', { has: page.getByRole('heading', { name: '本单位的豁免' }) })
    .getByRole('button', { name: '查看' })
    .click()
  await page
    .getByRole('row', { name: /口径不同/ })
    .getByText('有效,至2099-12-31')
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^收回豁免/ }).click()
  await page
    .getByRole('row', { name: /口径不同/ })
    .getByText(/^已收回/)
    .waitFor()
  const again = await handIn(ask, docxOf({ ...now, four: now.four.map((value, column) => (column === 3 ? value + 2 : value)) }))
  await reaches(ask, again.id, 'failed')
  expect(faults).toEqual([])
})

it('many are approved at once, after it is said what of them is open; what became of each is told', async () => {
  const faults: string[] = []
  const units = await reportsWait(3, 'xian', 60)
  const [first, second, third] = units as [Unit, Unit, Unit]
  const page = await openPortal(browser, run, REVIEWER, faults)
  for (const { name } of units) await page.getByLabel(`选择${name}${YEAR}年`).check()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '同意发布所选的3份' }).click()
  const dialog = page.getByRole('dialog', { name: '同意发布3份报告' })
  await dialog.getByText(`${second.name}${YEAR}年:1处`).waitFor()
  expect(await axeFaults(page)).toEqual([])
  // Meanwhile one is taken back by its clerk.
  answered(await third.ask.recallSubmission({ params: { id: third.id } }))
  await dialog.getByRole('button', { name: '确定同意这3份' }).click()
  await dialog.getByText('已办3份,共3份,成功2份。').waitFor()
  await dialog
    .getByRole('listitem')
    .filter({ hasText: third.name })
    .getByText(/没有完成.*已收回/)
    .waitFor()
  await dialog.getByRole('button', { name: '关闭' }).click()
  for (const { ask, id } of [first, second]) await reaches(ask, id, 'published')
  await eventually(async () => expect(await page.getByRole('row').filter({ hasText: first.name }).count()).toBe(0))
  expect(faults.filter((fault) => !/409/.test(fault))).toEqual([])
})
