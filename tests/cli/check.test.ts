import { describe, expect, it } from 'vitest'
import { expectedFigures } from '../generator/expected-figures.ts'
import { type ErrorKind, plantError } from '../generator/plant/plant-error.ts'
import { reportOfYearBefore } from '../generator/report-of-year-before.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { type Form, writeSample } from '../generator/write-sample.ts'
import { CheckOutput } from './check-output.ts'
import { folderWith, nianbao } from './run-command.ts'

const DOCX = { format: 'docx', layout: 'official' } as const
const report = sampleReport({ seed: 4, agency: '青禾市水利局', year: 2024, bustle: 'ordinary' })
const fileOf = (written: SampleReport, form: Form = DOCX): Uint8Array => writeSample(written, form)
const sound = fileOf(report)

/** The report with one error planted. */
const faulty = (kind: ErrorKind): Uint8Array => {
  const planted = plantError(report, kind, 1)
  return writeSample(planted.report, { ...DOCX, variants: planted.variants })
}

/** Runs `check --json`: its exit status and its results; nothing else may stand on standard output, and nothing on standard error. */
const check = async (args: readonly string[], cwd: string) => {
  const { status, out, err } = await nianbao(['check', '--json', ...args], { cwd })
  expect(err).toBe('')
  return { status, results: CheckOutput.parse(JSON.parse(out)).results }
}

const rulesOf = (findings: readonly { rule: string; severity: string }[], severity = 'error') =>
  findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule)

describe('as JSON', () => {
  it('a sound report passes: everything it says is there, status 0', async () => {
    const folder = await folderWith({ 'report.docx': sound })
    const { status, results } = await check(['report.docx'], folder)
    const { 2: two, 3: three, 4: four } = expectedFigures(report)
    expect(status).toBe(0)
    expect(results).toMatchObject([
      {
        file: 'report.docx',
        format: 'docx',
        edition: '2021',
        verdict: 'pass',
        title: '青禾市水利局2024年政府信息公开工作年度报告',
        agency: '青禾市水利局',
        year: 2024,
        tables: { two: two?.[0], three, four: four?.[0] },
      },
    ])
    expect(results[0]?.sections.map(({ number, title }) => [number, title])).toEqual(
      report.sections.map(({ heading }, index) => [index + 1, heading.slice(2)]),
    )
    expect(results[0]?.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(report.sections.flatMap(({ paragraphs }) => paragraphs))
  })

  it('a failing report: each finding in full, status 1', async () => {
    const { report: broken, variants, expectations } = plantError(report, 'table3-slip', 2)
    const folder = await folderWith({ 'report.docx': writeSample(broken, { ...DOCX, variants }) })
    const { status, results } = await check(['report.docx'], folder)
    expect(status).toBe(1)
    expect(results[0]?.verdict).toBe('fail')
    for (const { rule, severity, cells, section, expected, actual } of expectations) {
      const wanted = { rule, severity, ...(cells && { cells }), ...(section && { section }), expected, actual }
      expect(results[0]?.findings).toContainEqual(expect.objectContaining(JSON.parse(JSON.stringify(wanted))))
    }
  })

  it('a file of no format and a path that does not exist are unreadable, status 1', async () => {
    const folder = await folderWith({ 'noise.docx': Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256), 'empty.doc': '' })
    const { status, results } = await check(['noise.docx', 'empty.doc', 'nowhere.docx', '.'], folder)
    expect(status).toBe(1)
    expect(results.map(({ file }) => file)).toEqual(['noise.docx', 'empty.doc', 'nowhere.docx', '.'])
    for (const { findings, ...result } of results) {
      expect(result).toMatchObject({ verdict: 'unreadable', title: null, agency: null, year: null, edition: null, sections: [] })
      expect(result.tables).toEqual({ two: null, three: null, four: null })
      expect(findings).toMatchObject([{ rule: 'file-readable', severity: 'error', cells: [], section: null, expected: null, actual: null }])
    }
    const [noise, empty, nowhere] = results.map(({ findings }) => findings[0]?.message)
    expect(noise).toContain('文件格式无法识别')
    expect(empty).toContain('文件是空的')
    expect(nowhere).toContain('找不到这个文件')
  })

  it('of several files one failing makes status 1; the format is told by content, not by name', async () => {
    const folder = await folderWith({
      'a.docx': sound,
      'b.docx': faulty('table3-balance'),
      'c.doc': fileOf(report, { format: 'txt', layout: 'pipe' }),
      'd.txt': fileOf(report, { format: 'html', layout: 'word' }),
      'e.wps': fileOf(report, { format: 'doc', layout: 'official' }),
    })
    const { status, results } = await check(['a.docx', 'b.docx', 'c.doc', 'd.txt', 'e.wps'], folder)
    expect(status).toBe(1)
    expect(results.map(({ format, verdict }) => `${format} ${verdict}`)).toEqual([
      'docx pass',
      'docx fail',
      'txt pass',
      'html pass',
      'doc pass',
    ])
  })

  it('many files at once come in their order, and nothing but JSON is printed', async () => {
    const names = Array.from({ length: 45 }, (_, at) => `${String(at).padStart(2, '0')}.docx`)
    const folder = await folderWith(Object.fromEntries(names.map((name, at) => [name, at === 7 ? faulty('tables-complete') : sound])))
    const { status, results } = await check(names, folder)
    expect(status).toBe(1)
    expect(results.map(({ file }) => file)).toEqual(names)
    expect(results.filter(({ verdict }) => verdict === 'fail').map(({ file }) => file)).toEqual(['07.docx'])
  })
})

describe('--previous', () => {
  const before = reportOfYearBefore(report, 6)
  const other = sampleReport({ seed: 99, agency: report.agency, year: 2023, bustle: 'busy' })
  const files = { 'now.docx': sound, 'before.docx': fileOf(before), 'other.docx': fileOf(other) }

  it('turns the rules across the years on, with a report or with the JSON of an earlier check', async () => {
    const folder = await folderWith(files)
    const earlier = await nianbao(['check', '--json', 'other.docx'], { cwd: folder })
    const withJson = await folderWith({
      ...files,
      'other.json': earlier.out,
      'result.json': JSON.stringify(JSON.parse(earlier.out).results[0]),
    })
    expect(await check(['--previous', 'before.docx', 'now.docx'], folder)).toMatchObject({ status: 0 })

    const byReport = await check(['--previous', 'other.docx', 'now.docx'], withJson)
    expect(byReport.status).toBe(1)
    expect(rulesOf(byReport.results[0]?.findings ?? [])).toContain('carried-over-matches-previous')
    for (const json of ['other.json', 'result.json']) expect(await check(['--previous', json, 'now.docx'], withJson)).toEqual(byReport)
    expect(rulesOf((await check(['now.docx'], folder)).results[0]?.findings ?? [])).toEqual([])
  })

  it.each([2022, 2024])('of the year %i is a wrong call, told in one sentence', async (year) => {
    const wrong = fileOf(sampleReport({ seed: 99, agency: report.agency, year, bustle: 'busy' }))
    const folder = await folderWith({ ...files, 'wrong.docx': wrong })
    const { status, out, err } = await nianbao(['check', '--json', '--previous', 'wrong.docx', 'now.docx'], { cwd: folder })
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err.split('\n')[0]).toBe(`--previous 应是上一年度(2023年)的报告,“wrong.docx”是${year}年的`)
  })

  it('of an agency with another name is compared, and told unless somebody vouches for it', async () => {
    const renamed = fileOf(sampleReport({ seed: 99, agency: '示例市原某局', year: 2023, bustle: 'busy' }))
    const folder = await folderWith({ ...files, 'renamed.docx': renamed })
    const rulesFound = async (...vouching: string[]) =>
      new Set((await check(['--previous', 'renamed.docx', ...vouching, 'now.docx'], folder)).results[0]?.findings.map(({ rule }) => rule))
    const told = await rulesFound()
    expect(told).toContain('previous-report-fits')
    expect(told).toContain('carried-over-matches-previous')
    const vouched = await rulesFound('--previous-agency', '示例市原某局')
    expect(vouched).not.toContain('previous-report-fits')
    expect(vouched).toContain('carried-over-matches-previous')
  })

  it('that is not there or cannot be read is a wrong call', async () => {
    const folder = await folderWith({ ...files, 'noise.bin': Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256) })
    for (const previous of ['nowhere.docx', 'noise.bin']) {
      const { status, out, err } = await nianbao(['check', '--json', '--previous', previous, 'now.docx'], { cwd: folder })
      expect({ status, out }).toEqual({ status: 2, out: '' })
      expect(err).toContain(previous)
    }
  })
})

describe('--agency and --year', () => {
  it('where the title tells otherwise are an error', async () => {
    const folder = await folderWith({ 'report.docx': sound })
    const right = await check(['--agency', '青禾市水利局', '--year', '2024', 'report.docx'], folder)
    expect(right.status).toBe(0)
    for (const wrong of [
      ['--agency', '青禾市民政局'],
      ['--year', '2023'],
      ['--agency', '青禾市民政局', '--year', '2023'],
    ]) {
      const { status, results } = await check([...wrong, 'report.docx'], folder)
      expect(status).toBe(1)
      expect(new Set(rulesOf(results[0]?.findings ?? []))).toEqual(new Set(['report-is-the-one-expected']))
    }
  })

  it.each([
    ['title-names-agency-and-year:no-agency', ['--agency', '青禾市水利局']],
    ['title-names-agency-and-year:no-year', ['--year', '2024']],
  ] as const)('stand in where the title does not tell: %s is no more than a warning then', async (kind, told) => {
    const folder = await folderWith({ 'report.docx': faulty(kind) })
    const untold = await check(['report.docx'], folder)
    expect(untold.status).toBe(1)
    expect(rulesOf(untold.results[0]?.findings ?? [])).toEqual(['title-names-agency-and-year'])
    const { status, results } = await check([...told, 'report.docx'], folder)
    expect(rulesOf(results[0]?.findings ?? [], 'warning')).toContain('title-names-agency-and-year')
    expect(status).toBe(0)
  })
})

it('as text: a block a file, errors before warnings, each with place, fix and basis', async () => {
  const folder = await folderWith({ 'a.docx': sound, 'b.docx': faulty('table3-balance') })
  const { status, out, err } = await nianbao(['check', 'a.docx', 'b.docx', 'nowhere.docx'], { cwd: folder })
  const { results } = await check(['b.docx'], folder)
  expect({ status, err }).toEqual({ status: 1, err: '' })
  expect(out.match(/^【.*$/gmu)?.map((line) => line.split(':')[0])).toEqual([
    '【通过】a.docx',
    '【未通过】b.docx',
    '【无法读取】nowhere.docx',
  ])
  for (const { message, fix, basis } of results[0]?.findings ?? [])
    for (const words of [message, fix, basis, '位置:']) expect(out).toContain(words)
  expect(out).toContain('找不到这个文件')
  expect(out).not.toContain('undefined')
})
