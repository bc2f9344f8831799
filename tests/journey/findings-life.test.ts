import { afterAll, expect, it } from 'vitest'
import type { SampleReport } from '../generator/sample-report.ts'
import { textOf } from '../publication/html-text.ts'
import { openBrowser, openPortal } from './browser.ts'
import { docxOf, soundReport } from './files.ts'
import { handIn, reaches } from './hand-in.ts'
import { mailsArrive, openMail, textAt } from './inbox.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

/** The report with a title of its own for section 一, which is a warning, and a slip among the results of table 四, which is an error. */
const withFaults = (report: SampleReport): SampleReport => ({
  ...report,
  sections: report.sections.map((section, index) => (index === 0 ? { ...section, heading: '一、工作总体情况概述' } : section)),
  four: report.four.map((value, column) => (column === 3 ? value + 1 : value)),
})
const WAIVED = '复议机关口径不同,无法核对'
const EXPLAINED = '沿用本局历年标题'

it('an error is waived, the same file passes, its warning is explained, and both stand with the published report', async () => {
  const faults: string[] = []
  const { agency, clerk: ask } = await openUnit(run, 'shenji', '青禾市审计局')
  const file = docxOf(withFaults(soundReport(agency.name)))
  const first = await handIn(ask, file)
  const failed = await reaches(ask, first.id, 'failed')
  expect(failed.findings.map(({ rule }) => rule)).toEqual(['table4-total', 'section-titles-official'])

  const reviewer = await openPortal(browser, run, { sub: '李四', role: 'reviewer' }, faults)
  await reviewer.goto(`${run.portal}/#/submissions/${first.id}`)
  await reviewer.getByText('豁免', { exact: true }).first().click()
  await reviewer.getByLabel('豁免理由(随报告公开)').fill(WAIVED)
  await reviewer.getByLabel('到期日期').fill('2099-12-31')
  await reviewer.getByRole('button', { name: '豁免' }).click()
  await reviewer.getByText('已豁免至2099-12-31').waitFor()

  const second = await handIn(ask, file)
  expect(await reaches(ask, second.id, 'passed')).toMatchObject({ version: 2, counts: { error: 0, waived: 1 }, unexplained: 1 })
  const mail = await openMail((await mailsArrive(run, agency, 2))[1] ?? { subject: '', to: '', address: '' })
  expect(mail.text).toContain('与第1版相比:已改正0处,新出现0处,仍有2处。')
  expect(mail.text).toContain(`豁免:${WAIVED}(至2099-12-31)`)

  const clerk = await openPortal(browser, run, { sub: '张三', role: 'clerk', agency: agency.id }, faults)
  await clerk.goto(`${run.portal}/#/submissions/${second.id}`)
  await clerk.getByText('与第1版相比').waitFor()
  await clerk.getByText('说明情况', { exact: true }).click()
  await clerk.getByLabel(/^情况说明/).fill(EXPLAINED)
  await clerk.getByRole('button', { name: '提交说明' }).click()
  await clerk.getByText('修改说明').waitFor()

  await reviewer.goto(`${run.portal}/#/submissions/${second.id}`)
  await reviewer.getByText(EXPLAINED).first().waitFor()
  expect(await reviewer.getByText('尚未说明').count()).toBe(0)
  await reviewer.getByRole('button', { name: '同意发布', exact: true }).click()
  await reviewer.goto('about:blank') // Whoever leaves waits no longer.
  const { pageUrl = '' } = await reaches(ask, second.id, 'published')
  const page = textOf(await textAt(pageUrl))
  for (const words of ['核查说明', WAIVED, EXPLAINED]) expect(page).toContain(words)
  expect(faults).toEqual([])
})
