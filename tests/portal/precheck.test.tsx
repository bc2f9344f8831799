import { render } from 'preact-render-to-string'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { characterMapFrom } from '../../portal/character-map.ts'
import { checkFile } from '../../portal/src/precheck/check-file.ts'
import { PrecheckSection } from '../../portal/src/precheck/precheck-section.tsx'
import type { Precheck } from '../../portal/src/precheck/use-precheck.ts'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { plantError } from '../generator/plant/plant-error.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { htmlFaults } from '../publication/html-faults.ts'
import { elementsOf } from '../publication/html-text.ts'

const MAPS = 'http://portal.example/cmaps/'
const YEAR = 2024

const sound = sampleReport({ seed: 3, agency: '青禾市水利局', year: YEAR })
const docx = (report = sound) => Buffer.from(writeSample(report, { format: 'docx', layout: 'official' }))
const check = (bytes: BlobPart, year = YEAR) => checkFile({ file: new File([bytes], '年报.docx'), year, maps: MAPS })

afterEach(() => vi.unstubAllGlobals())

describe('the check of a chosen file', () => {
  it('tells what the report is, and passes it', async () => {
    expect(await check(docx())).toMatchObject({ verdict: 'pass', format: 'docx', agency: '青禾市水利局', year: YEAR, file: '年报.docx' })
  })

  it('finds a report of another year than the chosen one', async () => {
    const { verdict, findings } = await check(docx(), YEAR - 1)
    expect([verdict, findings.map(({ rule }) => rule)]).toEqual(['fail', expect.arrayContaining(['report-is-the-one-expected'])])
  })

  it('refuses a file that is too large without reading it, as the command line does', async () => {
    const file = new File([new Uint8Array(READ_LIMITS.fileBytes + 2)], '年报.docx')
    const { verdict, findings, sha256 } = await checkFile({ file, year: YEAR, maps: MAPS })
    expect({ verdict, sha256, message: findings[0]?.message }).toEqual({
      verdict: 'unreadable',
      sha256: null,
      message: '无法读取:文件过大,超过上限 25 MB',
    })
  })
})

describe('character maps', () => {
  const FILE = 'UniGB-UCS2-H.bcmap'

  it('are fetched from beside the page, the same bytes that node reads', async () => {
    const bytes = (await readTools.characterMap?.(FILE)) ?? new Uint8Array()
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: URL) => {
      asked.push(url.href)
      return new Response(Buffer.from(bytes))
    })
    expect(Buffer.from(await characterMapFrom(MAPS)(FILE)).equals(bytes)).toBe(true)
    expect(asked).toEqual([`${MAPS}${FILE}`])
  })

  it('that are not there are our failure', async () => {
    vi.stubGlobal('fetch', async () => new Response('not found', { status: 404 }))
    await expect(characterMapFrom(MAPS)(FILE)).rejects.toThrow(`${FILE}: 404`)
  })
})

describe('what is shown', () => {
  const html = (precheck: Precheck) => render(<PrecheckSection precheck={precheck} />)
  const textIn = (page: string, tag: string): string[] => elementsOf(page).flatMap(({ name, text }) => (name === tag ? [text] : []))

  it('of a sound report: that it passes, whose it is', async () => {
    const page = html(await check(docx()))
    expect(textIn(page, 'output')).toEqual(['✓ 预检通过 没有发现必须改正的问题。'])
    expect(textIn(page, 'dd')).toEqual(['青禾市水利局2024年政府信息公开工作年度报告', '青禾市水利局', '2024年'])
  })

  it('of one with a slip: every finding with its place, what to do and basis, and the cell that mends it', async () => {
    const result = await check(docx(plantError(sound, 'table3-slip', 3).report))
    const page = html(result)
    expect(textIn(page, 'output')[0]).toMatch(/^✕ 预检未通过 \d处必须改正/)
    expect(result.findings.length).toBeGreaterThan(0)
    for (const { message, where, fix, basis } of result.findings)
      for (const words of [message, where, fix, basis]) expect(page).toContain(words)
    expect(page).toContain(result.repair?.message ?? 'a repair')
    expect(await htmlFaults(page)).toEqual([])
  })

  it('of what cannot be read: why, and no title, agency or year', async () => {
    const page = html(await check(new Uint8Array([1, 2, 3, 0, 0, 0])))
    expect(textIn(page, 'output')[0]).toContain('读不出内容')
    expect(textIn(page, 'dt')).toEqual(['怎么改', '位置', '依据'])
  })

  it('of a check that did not work: that it does not matter', () => expect(html('failed')).toContain('这不影响提交'))
  it('while it works: that it does', () => expect(textIn(html('running'), 'output')).toEqual(['正在预检……']))
})
