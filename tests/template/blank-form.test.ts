import { read, utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { judge } from '../../shared/assessment/judge.ts'
import type { TableNumber } from '../../shared/form/edition.ts'
import { LAYOUTS, placedCells } from '../../shared/form/layout.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { type ReportRecord, recordOf } from '../../shared/report/record.ts'
import { type BlankForm, blankForm } from '../../shared/template/blank-form.ts'
import { wordForm } from '../../shared/template/word-form.ts'
import { workbookForm } from '../../shared/template/workbook-form.ts'
import { reportOfYearBefore } from '../generator/report-of-year-before.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'

const AGENCY = '青禾市水利局'
const reportIn = async (bytes: Uint8Array) => {
  const reading = await readFile(bytes, readTools)
  if ('unreadable' in reading) throw new Error(reading.unreadable)
  return recogniseReport(reading)
}
const told = async (bytes: Uint8Array, previousReport?: ReportRecord) => {
  const report = await reportIn(bytes)
  const { findings } = await judge(report, { context: { ...(previousReport && { previousReport }) }, sha256: '' })
  return findings.map(({ rule, severity, facts }) => [rule, severity, ...('count' in facts ? [facts.count] : [])])
}

const figureOf = (sample: SampleReport, table: TableNumber, row: number, column: number): number | undefined =>
  table === 2 ? sample.two[column] : table === 3 ? sample.three[row]?.[column] : sample.four[column]
const textOf = (sample: SampleReport, section: number): readonly string[] => sample.sections[section - 1]?.paragraphs ?? []

/** As a person fills it in in Word: a figure into each empty cell, text where it is to stand. */
const filledWord = (form: Uint8Array, sample: SampleReport): Uint8Array => {
  const parts = unzipSync(form)
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const figures = ([2, 3, 4] as const).flatMap((table) =>
    placedCells(LAYOUTS[sample.edition][table]).flatMap(({ cell }) =>
      cell.kind === 'figure' ? [figureOf(sample, table, cell.ref.row, cell.ref.column)] : [],
    ),
  )
  const texts = [1, 5, 6].map((section) => textOf(sample, section))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const withFigures = xml.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
    const [text] = /(?<=<w:t[ >][^<]*>?)[^<>]+(?=<\/w:t>)/.exec(cell) ?? []
    const isFigure = !cell.includes('<w:vMerge w:val="continue"') && (text === undefined || /^\d+$/.test(text))
    const figure = isFigure ? figures.shift() : undefined
    return isFigure && text === undefined ? cell.replace('</w:p>', `${run(`${figure}`)}</w:p>`) : cell
  })
  const body = withFigures.split(/(<w:tbl>.*?<\/w:tbl>)/s).map((piece) => {
    if (piece.startsWith('<w:tbl>')) return piece
    return piece.replace(/<w:p>(?:(?!<w:t[ >]|<\/w:p>).)*<\/w:p>/gs, () =>
      (texts.shift() ?? []).map((text) => `<w:p>${run(text)}</w:p>`).join(''),
    )
  })
  expect([figures, texts]).toEqual([[], []])
  return zipSync({ ...parts, 'word/document.xml': strToU8(body.join('')) })
}

/** The same in a workbook, a sheet a section. */
const filledWorkbook = (form: Uint8Array, sample: SampleReport): Uint8Array => {
  const book = read(form)
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name] ?? {}
    const section = index + 1
    if (section === 2 || section === 3 || section === 4)
      for (const { cell, row, column } of placedCells(LAYOUTS[sample.edition][section]))
        if (cell.kind === 'figure')
          utils.sheet_add_aoa(sheet, [[figureOf(sample, section, cell.ref.row, cell.ref.column)]], { origin: { r: row + 1, c: column } })
    const lines = textOf(sample, section)
    if (lines.length > 0)
      utils.sheet_add_aoa(
        sheet,
        lines.map((line) => [line]),
        { origin: { r: section === 1 ? 2 : 1, c: 0 } },
      )
  })
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}

const KINDS: Record<
  string,
  [write: (form: BlankForm) => Promise<Uint8Array>, fill: (form: Uint8Array, sample: SampleReport) => Uint8Array]
> = { 'in Word': [wordForm, filledWord], 'in a workbook': [workbookForm, filledWorkbook] }

const recordOfSample = async (sample: SampleReport): Promise<ReportRecord> =>
  recordOf(await reportIn(writeSample(sample, { format: 'docx', layout: 'official' })))

describe.each(Object.entries(KINDS))('the form to fill in, %s', (_, [writeForm, fill]) => {
  it('fails for nothing but what is empty', async () => {
    const findings = await told(await writeForm(blankForm({ agency: AGENCY, year: 2025 })))
    const rules = new Set(findings.map(([rule]) => rule))
    const empty = ['cell-is-count', 'five-aspects-covered', 'problems-and-improvements', 'processing-fee-stated', 'table-rows-complete']
    expect([...rules].filter((rule) => !empty.includes(`${rule}`))).toEqual([])
    expect(rules).toContain('cell-is-count')
  })

  it.each([2020, 2024])('passes when it is filled in for %s, and reads back as what was filled in', async (year) => {
    const sample = sampleReport({ seed: 5, agency: AGENCY, year, edition: year < 2021 ? '2019' : '2021' })
    const filled = fill(await writeForm(blankForm({ agency: AGENCY, year })), sample)
    const findings = await told(filled)
    expect(findings.filter(([, severity]) => severity === 'error')).toEqual([])
    const { title, ...rest } = recordOf(await reportIn(filled))
    const { title: _title, ...expected } = await recordOfSample(sample)
    expect(title).toBe(`${AGENCY}${year}年政府信息公开工作年度报告`)
    expect(rest).toEqual(expected)
  })

  it("brings last year's 四 as this year's 二", async () => {
    const sample = sampleReport({ seed: 7, agency: AGENCY, year: 2024, edition: '2021' })
    const previous = await recordOfSample(reportOfYearBefore(sample, 7))
    const form = await writeForm(blankForm({ agency: AGENCY, year: 2024, previous }))
    expect((await reportIn(form)).tables[3].figures[1]?.map(({ value }) => value)).toEqual(sample.three[1])
    expect((await told(fill(form, sample), previous)).filter(([, severity]) => severity === 'error')).toEqual([])
  })
})
