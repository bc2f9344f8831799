import { afterAll, expect, it } from 'vitest'
import { nianbao } from '../cli/run-command.ts'
import { openBrowser, openPortal } from './browser.ts'
import { docxOf, soundReport } from './files.ts'
import { handIn, reaches } from './hand-in.ts'
import { answered, askAs, openReviewer } from './people.ts'
import { startRun } from './start-local-run.ts'

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

const LIST = [
  '编号,名称,别名,上级,类别,邮箱',
  'qinghe,青禾市人民政府,,,设区的市政府,xxgk@qinghe.example',
  'shuili,青禾市水利局,市水利局,qinghe,部门,a@shuili.example;b@shuili.example',
  'minzheng,青禾市民政局,,qinghe,部门,a@minzheng.example',
  'caizheng,青禾市财政局,,qinghe,部门,a@caizheng.example',
].join('\r\n')

it('a list is imported in the portal, its agencies hand in, and the sum of their reports is shown, with what it lacks', async () => {
  const faults: string[] = []
  const reviewer = await openPortal(browser, run, { sub: '李四', role: 'reviewer' }, faults)
  await reviewer.getByRole('link', { name: '单位', exact: true }).click()
  const choose = (content: string) =>
    reviewer.getByLabel('单位名单', { exact: true }).setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
  await choose(LIST.replace('qinghe,部门', 'nobody,部门'))
  await reviewer.getByText('第3行:上级“nobody”不在名单中,也没有登记').waitFor()
  expect(await reviewer.getByRole('button', { name: '导入' }).isDisabled()).toBe(true)
  await choose(LIST)
  await reviewer.getByText('名单有4个单位,没有错误。').waitFor()
  await reviewer.getByRole('button', { name: '导入' }).click()
  await reviewer.getByText('已导入4个单位。').waitFor()

  const clerk = (agency: string) => askAs(run, { sub: `clerk-of-${agency}`, role: 'clerk', agency })
  const own = soundReport('青禾市水利局', 5)
  const [water, civil] = [await clerk('shuili'), await clerk('minzheng')]
  await reaches(water, (await handIn(water, docxOf(own))).id, 'passed')
  const copy = await reaches(civil, (await handIn(civil, docxOf({ ...own, agency: '青禾市民政局' }))).id, 'passed')
  expect(copy.findings.filter(({ rule }) => rule === 'text-copied-from-another').map(({ message }) => message)).toEqual([
    expect.stringContaining('第一部分有100%的文字与“青禾市水利局”同年的报告逐字相同'),
    expect.stringContaining('第五部分有100%的文字与“青禾市水利局”同年的报告逐字相同'),
  ])

  const sums = answered(await (await openReviewer(run)).rollUp({ params: { id: 'qinghe' }, query: { year: 2024 } }))
  expect(sums.tables.three).toEqual(own.three.map((row) => row.map((value) => 2 * value)))
  await reviewer.getByRole('link', { name: '汇总青禾市人民政府的下级' }).click()
  await reviewer.getByLabel('报告年度').selectOption('2024')
  await reviewer.getByText('青禾市财政局:未报送,没有核查通过的报告').waitFor()
  await reviewer
    .getByRole('cell', { name: String(2 * (own.three[0]?.[6] ?? 0)), exact: true })
    .first()
    .waitFor()
  const [workbook] = await Promise.all([reviewer.waitForEvent('download'), reviewer.getByRole('button', { name: '下载工作簿' }).click()])
  expect(workbook.suggestedFilename()).toBe('青禾市人民政府2024年下级汇总.xlsx')
  expect(faults).toEqual([])
})

it('the command replays what the run has stored, and no verdict turns under the same rules', async () => {
  const { status, out } = await nianbao(['impact', '--json', '--against', run.folder])
  expect([status, JSON.parse(out)]).toMatchObject([0, { replayed: 2, turned: [], skipped: [] }])
})
