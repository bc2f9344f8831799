import { afterAll, describe, expect, it } from 'vitest'
import { plantError } from '../generator/plant/plant-error.ts'
import { type Form, writeSample } from '../generator/write-sample.ts'
import { type OldBrowser, openOldBrowser, openPortal } from './browser.ts'
import { soundReport } from './files.ts'
import { YEAR } from './hand-in.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

const BROWSERS: readonly OldBrowser[] = ['chromium-103', 'chromium-109']
/** What clerks have, and what each reader loads a library for. */
const READ_THERE: readonly Form[] = [
  { format: 'docx', layout: 'official' },
  { format: 'doc', layout: 'official' },
  { format: 'xlsx', layout: 'one-sheet' },
  { format: 'pdf', layout: 'stroked' },
  { format: 'ofd', layout: 'rules' },
]

const run = await startRun()
afterAll(() => run.end())

describe.each(BROWSERS)('%s', async (name) => {
  const browser = await openOldBrowser(name)
  afterAll(() => browser.close())
  const { agency } = await openUnit(run, name, `青禾市${name === 'chromium-103' ? '水利' : '农业'}局`)
  const sound = soundReport(agency.name)
  const slip = plantError(sound, 'table3-slip', 1).report
  const faults: string[] = []

  it.each(READ_THERE)('checks $format before it is handed in', async (form) => {
    const page = await openPortal(browser, run, { sub: '张三', role: 'clerk', agency: agency.id }, faults)
    await page.getByLabel('报告年度').selectOption(String(YEAR))
    const precheck = page.getByRole('region', { name: '提交前预检' })
    for (const [report, words] of [
      [slip, '预检未通过'],
      [sound, '预检通过'],
    ] as const) {
      const buffer = Buffer.from(writeSample(report, form))
      await page.getByLabel('报告文件').setInputFiles({ name: `年报.${form.format}`, mimeType: 'application/octet-stream', buffer })
      await precheck.getByText(words).waitFor()
    }
    expect(faults).toEqual([])
    await page.close()
  })

  it('hands a report in, approves it, and reads the published page', async () => {
    const clerk = await openPortal(browser, run, { sub: '张三', role: 'clerk', agency: agency.id }, faults)
    await clerk.getByLabel('报告年度').selectOption(String(YEAR))
    const buffer = Buffer.from(writeSample(sound, { format: 'docx', layout: 'official' }))
    await clerk.getByLabel('报告文件').setInputFiles({ name: '年报.docx', mimeType: 'application/octet-stream', buffer })
    await clerk.getByRole('button', { name: '提交并核查' }).click()
    await clerk.getByText('没有必须改正的问题,等待政府信息公开工作主管部门审核。').waitFor()

    const reviewer = await openPortal(browser, run, { sub: '李四', role: 'reviewer' }, faults)
    await reviewer.getByRole('row').filter({ hasText: agency.name }).getByRole('link', { name: '年报.docx' }).click()
    await reviewer.getByRole('button', { name: '同意发布', exact: true }).click()
    await reviewer.goto('about:blank') // Whoever leaves waits no longer.
    await clerk.getByText('报告已在网站发布,可以长期访问。').waitFor()
    await clerk.getByRole('link', { name: `${run.site}/${agency.id}/${YEAR}/v1/` }).click()
    await clerk.getByRole('heading', { level: 1, name: `${agency.name}${YEAR}年政府信息公开工作年度报告` }).waitFor()
    expect(faults).toEqual([])
  })
})
