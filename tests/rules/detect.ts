import { checkReport } from '../../shared/assessment/check-report.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import type { CellRef } from '../../shared/form/edition.ts'
import { type NamedRecord, type ReportRecord, recordOf } from '../../shared/report/record.ts'
import type { Context } from '../../shared/rule-kit/context.ts'
import { type ErrorKind, plantError } from '../generator/plant/plant-error.ts'
import type { Beside, Expectation } from '../generator/plant/planted-error.ts'
import { reportOfYearBefore } from '../generator/report-of-year-before.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { FORMS, type Form, writeSample } from '../generator/write-sample.ts'
import { readBytes } from '../report/read-sample.ts'

/** Word files, web pages, text and sheets, in all their layouts. */
const DETECTION_FORMS = FORMS.filter(({ format }) => ['docx', 'html', 'txt', 'xlsx'].includes(format))

/** Tables run into text: a blank is no cell there, and a label is whatever stands before its figures. */
const FLOWING = ['cell-a-line', 'cell-a-line-blank', 'cell-a-line-pipe', 'one-line', 'pdf-layout']

/**
 * Layouts in which a kind of error cannot show as itself. Without a grid a blank cell makes the row incomplete or the table uncertain;
 * broken labels are told by their order, so that a row left out makes the table uncertain; and Word's automatic numbers count the
 * sections that are there, in the order that they have.
 */
const CANNOT_SHOW: Partial<Record<ErrorKind, readonly string[]>> = {
  'cell-is-count:blank': FLOWING,
  'form-labels-official': FLOWING,
  'table-rows-complete:table-three': ['pdf-layout'],
  'sections-complete': ['automatic-numbers'],
  'sections-in-order': ['automatic-numbers'],
}

/** The form that a seed draws among those in which the error can show. */
export const formFor = (seed: number, kind?: ErrorKind): Form => {
  const hidden = kind === undefined ? [] : (CANNOT_SHOW[kind] ?? [])
  const forms = DETECTION_FORMS.filter(({ layout }) => !hidden.includes(layout))
  const form = forms[seed % forms.length]
  if (form === undefined) throw new Error('no form to write')
  return form
}

const read = (report: SampleReport, form: Form) => readBytes(writeSample(report, form))

const recorded = async (report: SampleReport): Promise<ReportRecord> => recordOf(await read(report, { format: 'html', layout: 'clean' }))

const named = (samples: Beside['others'] = []): Promise<NamedRecord[]> =>
  Promise.all(samples.map(async ({ name, report }) => ({ name, record: await recorded(report) })))

const contextOf = async ({ submission, previous, others, subordinates, receivedAt }: Beside): Promise<Context> => ({
  ...(submission && { submission }),
  ...(previous && { previousReport: await recorded(previous) }),
  ...(others && { otherReports: await named(others) }),
  ...(subordinates && { subordinateReports: { reports: await named(subordinates), missing: [] } }),
  ...(receivedAt && { receivedAt }),
})

const cellsOf = ({ places }: Finding): CellRef[] => places.flatMap(({ cell }) => cell ?? [])
const sameCells = (a: readonly CellRef[], b: readonly CellRef[]): boolean =>
  a.length === b.length && a.every(({ table, row, column }, at) => b[at]?.table === table && b[at].row === row && b[at].column === column)

/** Whether a finding is the one that was expected, at its place and with its figures. */
const isThat = (finding: Finding, { rule, severity, cells, section, expected, actual }: Expectation): boolean =>
  finding.rule === rule &&
  finding.severity === severity &&
  (cells === undefined || sameCells(cells, cellsOf(finding))) &&
  (section === undefined || (finding.places[0]?.section ?? null) === section) &&
  (expected === undefined || finding.facts.expected === expected) &&
  (actual === undefined || finding.facts.actual === actual)

export type Detection = { readonly missed: readonly Expectation[]; readonly further: readonly Finding[] }

/** Plants an error into a report, writes the file, reads it and runs every rule: what was not found at its place, and what was found besides. */
export const detect = async (kind: ErrorKind, seed: number): Promise<Detection> => {
  const { report, variants, beside, spoil, expectations } = plantError(sampleReport({ seed, year: 2022 + (seed % 4) }), kind, seed)
  const written = writeSample(report, { ...formFor(seed, kind), variants })
  const findings = checkReport(await readBytes(spoil(written)), await contextOf(beside))
  return {
    missed: expectations.filter((expectation) => !findings.some((finding) => isThat(finding, expectation))),
    further: findings.filter((finding) => !expectations.some((expectation) => isThat(finding, expectation))),
  }
}

/** What is found in a sound report that is handed in in time, beside last year's. */
export const findingsOfSound = async (seed: number): Promise<Finding[]> => {
  const report = sampleReport({ seed, edition: seed % 5 === 0 ? '2019' : '2021' })
  const context = await contextOf({
    submission: { agencyNames: [report.agency], year: report.year },
    receivedAt: `${report.year + 1}-01-20T09:00:00+08:00`,
    ...(report.year > 2019 && { previous: reportOfYearBefore(report, seed + 1_000_000) }),
  })
  return checkReport(await read(report, formFor(seed)), context)
}
