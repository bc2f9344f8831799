/**
 * Times all rules on one parsed report, with everything known that a rule may need, against reading and recognising the same report
 * from its docx, in one run; then each rule by itself.
 *
 *     npx tsx bench/rules.ts
 */
import { readTools } from '../functions/node/read-tools.ts'
import { RULES } from '../shared/assessment/catalogue.ts'
import { checkReport } from '../shared/assessment/check-report.ts'
import { docxReader } from '../shared/readers/docx/reader.ts'
import { recogniseReport } from '../shared/report/recognise-report.ts'
import { type NamedRecord, recordOf } from '../shared/report/record.ts'
import type { Context } from '../shared/rule-kit/context.ts'
import { reportOfYearBefore } from '../tests/generator/report-of-year-before.ts'
import { type SampleReport, sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { readBytes } from '../tests/report/read-sample.ts'
import { type Contender, leastSideBySide } from './side-by-side.ts'

const GOAL_MILLISECONDS = 2
const [SUBORDINATES, OTHERS] = [60, 3]

const DOCX = { format: 'docx', layout: 'official' } as const
const named = async (sample: SampleReport): Promise<NamedRecord> => ({
  name: sample.agency,
  record: recordOf(await readBytes(writeSample(sample, { format: 'txt', layout: 'pipe' }))),
})
const neighbours = (count: number, from: number): Promise<NamedRecord[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => named(sampleReport({ seed: from + index, year: 2024 }))))

const sample = sampleReport({ seed: 1, agency: '青岚县水务局', year: 2024, bustle: 'ordinary' })
const bytes = writeSample(sample, DOCX)
const report = await readBytes(bytes)
const context: Context = {
  submission: { agencyNames: [sample.agency], year: sample.year },
  previousReport: (await named(reportOfYearBefore(sample, 1))).record,
  agencyKind: 'department',
  receivedAt: '2025-01-20T01:00:00Z',
  subordinateReports: { reports: await neighbours(SUBORDINATES, 100), missing: ['南关街道办事处'] },
  otherReports: await neighbours(OTHERS, 500),
}

const readDocx = async (): Promise<void> => {
  const { blocks, remarks } = await docxReader(bytes, readTools)
  recogniseReport({ document: { format: 'docx', blocks }, remarks: [...remarks] })
}

const [reading, rules] = await leastSideBySide([
  { name: 'reading', run: readDocx },
  { name: 'rules', run: () => checkReport(report, context) },
])
const alone = RULES.map((rule): Contender => ({ name: rule.id, run: () => rule.check(report, context) }))
const times = await leastSideBySide(alone)
const total = times.reduce((sum, time) => sum + time, 0)
console.table(
  Object.fromEntries(
    alone
      .map(({ name }, index) => [name, times[index] ?? 0] as const)
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, time]) => [name, { ms: time.toFixed(4), 'part %': ((100 * time) / total).toFixed(1) }]),
  ),
)
console.log(`reading and recognising the docx ${reading.toFixed(2)} ms, all ${RULES.length} rules ${rules.toFixed(2)} ms`)
console.log(`rules / reading: ${(rules / reading).toFixed(2)}`)
const reached = rules <= GOAL_MILLISECONDS
console.log(`goal: all rules ≤ ${GOAL_MILLISECONDS} ms: ${reached ? 'reached' : 'missed'}`)
process.exitCode = reached ? 0 : 1
