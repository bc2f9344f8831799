import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { check } from '../../cli/check.ts'
import { createHandler as parseReport } from '../../functions/parse-report/handler.ts'
import { assessments, reports } from '../../functions/stored/results.ts'
import { createHandler as validateReport } from '../../functions/validate-report/handler.ts'
import { inflate } from '../../portal/inflate.ts'
import { judge } from '../../shared/assessment/judge.ts'
import { ENGINE, ruleSetDigest } from '../../shared/assessment/rule-set.ts'
import { sha256Of } from '../../shared/document/content-hash.ts'
import { type CheckResult, checkResult } from '../../shared/feedback/check-result.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { reportOf } from '../../shared/report/recognise-report.ts'
import { deliver, objectEvent } from '../functions/invoke.ts'
import { place, SHUILI, startTown, unreadableFile, YEAR } from '../functions/town.ts'
import { plantError } from '../generator/plant/plant-error.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { type Form, writeSample } from '../generator/write-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'nianbao-verdict-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What `nianbao check --json` prints of the file, told whose report it is. */
const byCommandLine = async (file: string): Promise<string> => {
  const written: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  await check(['--json', '--agency', SHUILI.name, '--year', String(YEAR), file]).finally(() => spy.mockRestore())
  const { results } = JSON.parse(written.join('')) as { results: CheckResult[] }
  return JSON.stringify(results[0])
}

/** The same, of what the functions stored for an upload of the file. */
const byFunctions = async (fileName: string, bytes: Uint8Array): Promise<string> => {
  const ports = await startTown()
  const { key } = await place(ports, 's1', 'requested', { agencyId: SHUILI.id, agencyName: SHUILI.name, fileName })
  await ports.uploads.write(key, bytes, 'application/octet-stream')
  const { version = '' } = (await ports.uploads.head(key)) ?? {}
  expect(await deliver(parseReport(ports), objectEvent(key, version))).toEqual([])
  expect(await deliver(validateReport(ports), { submission: 's1' })).toEqual([])
  const report = await reports.read(ports.uploads, 's1')
  const assessment = await assessments.read(ports.uploads, 's1')
  if (report === undefined || assessment === undefined) throw new Error('nothing was stored')
  return JSON.stringify(checkResult(fileName, report, assessment))
}

/** The same in a browser, which inflates with DecompressionStream. */
const byBrowser = async (fileName: string, bytes: Uint8Array): Promise<string> => {
  const reading = await readFile(bytes, { inflate, limits: READ_LIMITS })
  const report = reportOf(reading)
  const context = { submission: { agencyNames: [SHUILI.name], year: YEAR } }
  return JSON.stringify(checkResult(fileName, report, await judge(report, { context, sha256: await sha256Of(bytes) })))
}

const FORMS: readonly Form[] = [
  { format: 'docx', layout: 'official' },
  { format: 'odt', layout: 'official' },
  { format: 'xlsx', layout: 'one-sheet' },
  { format: 'html', layout: 'word' },
  { format: 'doc', layout: 'official' },
]
const sound = sampleReport({ seed: 21, agency: SHUILI.name, year: YEAR })

describe('the same file gives the same JSON by command line, functions and browser', () => {
  const expectSame = async (name: string, bytes: Uint8Array): Promise<CheckResult> => {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const told = await byCommandLine(file)
    expect(await byFunctions(file, bytes)).toBe(told)
    expect(await byBrowser(file, bytes)).toBe(told)
    return JSON.parse(told) as CheckResult
  }

  it.each(FORMS)('$format, sound', async (form) => {
    const bytes = writeSample(sound, form)
    const result = await expectSame(`sound.${form.format}`, bytes)
    expect(result).toMatchObject({ verdict: 'pass', sha256: await sha256Of(bytes), ruleSet: await ruleSetDigest(), engine: ENGINE })
  })

  it.each(FORMS)('$format, with a slip', async (form) => {
    const { report } = plantError(sound, 'table3-slip', 3)
    const { verdict, repair } = await expectSame(`slip.${form.format}`, writeSample(report, form))
    expect([verdict, repair?.cell?.table]).toEqual(['fail', 3])
  })

  it('unreadable', async () => {
    expect(await expectSame('noise.bin', unreadableFile())).toMatchObject({ verdict: 'unreadable', repair: null })
  })
})

it('the engine is the version of the package', () => {
  expect(ENGINE).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version)
})
