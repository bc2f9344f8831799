import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../shared/assessment/judge.ts'
import { sha256Of } from '../../shared/document/content-hash.ts'
import { type CheckResult, checkResult } from '../../shared/feedback/check-result.ts'
import { writePdf } from '../generator/pdf/write-pdf.ts'
import { plantError } from '../generator/plant/plant-error.ts'
import { printReport } from '../generator/print/print-report.ts'
import { wordModel } from '../generator/word/word-model.ts'
import { FORMS, writeSample } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'
import { readBytes } from '../report/read-sample.ts'
import { openBrowser, openPortal } from './browser.ts'
import { docxOf, soundReport } from './files.ts'
import { YEAR } from './hand-in.ts'
import { openUnit } from './people.ts'
import { startRun } from './start-local-run.ts'

/** A form of each format; `npm run test:long` takes all layouts of each. */
const READ_THERE = howMany({ few: FORMS.filter(({ format }, at) => FORMS.findIndex((form) => form.format === format) === at), many: FORMS })

const run = await startRun()
const browser = await openBrowser()
afterAll(async () => {
  await browser.close()
  await run.end()
})

const { agency } = await openUnit(run, 'linye', '青禾市林业局')
const sound = soundReport(agency.name)
const slip = plantError(sound, 'table3-slip', 1).report
/** Its font is only named, so that the browser needs the character maps too. */
const pdfOf = (report: typeof sound) => writePdf(wordModel(printReport(report)), { font: 'named' })
const xlsxOf = (report: typeof sound) => writeSample(report, { format: 'xlsx', layout: 'one-sheet' })

const faults: string[] = []
const openForm = async (): Promise<Page> => {
  const page = await openPortal(browser, run, { sub: '张三', role: 'clerk', agency: agency.id }, faults)
  await page.getByLabel('报告年度').selectOption(String(YEAR))
  return page
}

const choose = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.getByLabel('报告文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

const precheckOf = (page: Page) => page.getByRole('region', { name: '提交前预检' })

describe('a chosen file is read and checked before it is handed in', () => {
  it.each([
    ['docx', docxOf],
    ['xlsx', xlsxOf],
    ['pdf', pdfOf],
  ] as const)('%s', async (format, fileOf) => {
    const page = await openForm()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))

    await choose(page, `年报.${format}`, fileOf(sound))
    await precheckOf(page).getByText('预检通过').waitFor()
    const told = await precheckOf(page).locator('dd').allTextContents()
    expect(told.slice(0, 3)).toEqual([`${agency.name}${YEAR}年政府信息公开工作年度报告`, agency.name, `${YEAR}年`])
    const libraries = asked.filter((path) => /pdf|xlsx/.test(path)).map((path) => path.replace(/^.*\/(\w+).*$/, '$1'))
    expect([...new Set(libraries)]).toEqual({ docx: [], xlsx: ['xlsx'], pdf: ['pdf'] }[format])
    expect(asked.some((path) => path.startsWith('/cmaps/'))).toBe(format === 'pdf')

    await choose(page, `年报.${format}`, fileOf(slip))
    await precheckOf(page).getByText('预检未通过').waitFor()
    const { findings, repair } = await resultByNode(`年报.${format}`, fileOf(slip))
    const shown = await precheckOf(page).textContent()
    for (const { message, where, fix, basis } of findings) for (const words of [message, where, fix, basis]) expect(shown).toContain(words)
    expect(shown).toContain(repair?.message ?? 'a repair')
    expect(faults).toEqual([])
    await page.close()
  })

  it('again where it was corrected under its old name', async () => {
    const page = await openForm()
    const chosen = async (bytes: Uint8Array) => {
      const chooser = page.waitForEvent('filechooser')
      await page.getByLabel('报告文件').click()
      await (await chooser).setFiles({ name: '年报.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    }
    await chosen(docxOf(slip))
    await precheckOf(page).getByText('预检未通过').waitFor()
    await chosen(docxOf(sound))
    await precheckOf(page).getByText('预检通过').waitFor()
    expect(faults).toEqual([])
    await page.close()
  })

  it('and handed in all the same, where the clerk wants it so', async () => {
    const page = await openForm()
    await choose(page, '年报.docx', docxOf(slip))
    await precheckOf(page).getByText('预检未通过').waitFor()
    await page.getByRole('button', { name: '提交并核查' }).click()
    await page.getByText('有必须改正的问题。请改正后重新提交。').waitFor()
    expect(faults).toEqual([])
  })

  it('which may fail, and stops nobody', async () => {
    const page = await openForm()
    await page.context().route('**/assets/worker-*', (route) => route.abort())
    await choose(page, '年报.pdf', pdfOf(sound))
    await precheckOf(page).getByText('这不影响提交').waitFor()
    await page.getByRole('button', { name: '提交并核查' }).click()
    await page.getByText('没有必须改正的问题,等待政府信息公开工作主管部门审核。').waitFor()
  })
})

/** What the command line and the functions tell of a file, as they are told of the year only. */
const resultByNode = async (name: string, bytes: Uint8Array): Promise<CheckResult> => {
  const context = { submission: { agencyNames: [], year: YEAR } }
  const report = await readBytes(bytes)
  return checkResult(name, report, await judge(report, { context, sha256: await sha256Of(bytes) }))
}

describe('node and browser give the same JSON, byte for byte', () => {
  let page: Page
  let worker = ''
  beforeAll(async () => {
    page = await openForm()
    const started = page.waitForEvent('worker')
    await choose(page, '年报.docx', docxOf(sound))
    worker = (await started).url()
  })

  /** Asks the portal's own worker, as the page does. */
  const resultByBrowser = (name: string, bytes: Uint8Array): Promise<string> =>
    page.evaluate(
      async ({ address, name, base64, year }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) // the headers of the page let it fetch no data: address
        const checker = new Worker(address, { type: 'module' })
        const { port1, port2 } = new MessageChannel()
        const answer = new Promise<{ result?: unknown; failure?: string }>((resolve) => {
          port1.onmessage = ({ data }) => resolve(data)
        })
        checker.postMessage({ file: new File([bytes], name), year, maps: new URL('cmaps/', document.baseURI).href }, [port2])
        const { result, failure } = await answer
        checker.terminate()
        return failure ?? JSON.stringify(result)
      },
      { address: worker, name, base64: Buffer.from(bytes).toString('base64'), year: YEAR },
    )

  const expectSame = async (name: string, bytes: Uint8Array, verdict: CheckResult['verdict']): Promise<void> => {
    const byNode = JSON.stringify(await resultByNode(name, bytes))
    expect(await resultByBrowser(name, bytes)).toBe(byNode)
    expect(JSON.parse(byNode)).toMatchObject({ verdict, file: name, sha256: await sha256Of(bytes) })
  }

  it.each(READ_THERE)('$format, $layout', async (form) => {
    await expectSame(`年报.${form.format}`, writeSample(sound, form), 'pass')
    await expectSame(`年报.${form.format}`, writeSample(slip, form), 'fail')
  })

  it('pdf, in a font that is only named', async () => {
    await expectSame('年报.pdf', pdfOf(sound), 'pass')
    await expectSame('年报.pdf', pdfOf(slip), 'fail')
  })

  it('unreadable', () => expectSame('年报.pdf', docxOf(sound).subarray(0, 3000), 'unreadable'))
})
