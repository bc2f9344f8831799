/**
 * Times the likeness check of one report against so many stored ones of generated text: its own fingerprint, the search among the stored
 * ones, and the word-for-word comparison with the few that come out of it; beside it, the comparison with every one word for word. Draws
 * the growth as `bench/likeness.svg`.
 *
 *     npx tsx bench/likeness.ts
 */
import { writeFileSync } from 'node:fs'
import { type NamedRecord, type ReportRecord, recordOf } from '../shared/report/record.ts'
import { copiedSections } from '../shared/rule-kit/copied-sections.ts'
import { textCopiedFromAnother } from '../shared/rules/text-copied-from-another.ts'
import { likest, type Signature, signatureOf } from '../shared/submission/likeness.ts'
import { type SampleReport, sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { readBytes } from '../tests/report/read-sample.ts'
import { linePlot } from './line-plot.tsx'
import { leastSideBySide } from './side-by-side.ts'

const GOAL = { reports: 2000, milliseconds: 20 }
const SIZES = [125, 250, 500, 1000, 2000, 4000, 8000]
/** Comparing with all takes so long that beyond this one may wait. */
const MOST_WORD_FOR_WORD = 2000

type Stored = { readonly signature: Signature } & NamedRecord

/** A stored report of an agency's text; its tables are not looked at. */
const stored = ({ agency, year, sections }: SampleReport): Stored => {
  const record: ReportRecord = {
    ...{ edition: '2021', title: null, agency, year, tables: { two: null, three: null, four: null } },
    sections: ([1, 5] as const).map((number) => ({ number, title: '', paragraphs: sections[number - 1]?.paragraphs ?? [] })),
  }
  return { name: agency, record, signature: signatureOf(record) }
}

const original = sampleReport({ seed: 777, agency: '青禾市水利局', year: 2024 })
const all = [
  stored(original),
  ...Array.from({ length: Math.max(...SIZES) - 1 }, (_, index) => stored(sampleReport({ seed: index + 1000, year: 2024 }))),
]
const report = await readBytes(writeSample({ ...original, agency: '青禾市民政局' }, { format: 'txt', layout: 'pipe' }))

const check = (among: readonly Stored[]) =>
  textCopiedFromAnother.check(report, { otherReports: likest(signatureOf(recordOf(report)), among) })
const wordForWord = (among: readonly Stored[]) => among.flatMap(({ record }) => copiedSections(report)(record))

const found = check(all)
if (found.length !== 2 || found.some(({ facts }) => facts.percent !== 100)) throw new Error('the copy is not found')

const [quick, slow]: [number[][], number[][]] = [[], []]
for (const size of SIZES) {
  const among = all.slice(0, size)
  const [time] = await leastSideBySide([{ name: 'fingerprints', run: () => check(among) }], { warmUp: 10, runs: 5 })
  quick.push([size, time])
  if (size > MOST_WORD_FOR_WORD) continue
  const [each] = await leastSideBySide([{ name: 'word for word', run: () => wordForWord(among) }], { warmUp: 1, runs: 2, rounds: 3 })
  slow.push([size, each])
}

const [own] = await leastSideBySide([{ name: 'own fingerprint', run: () => signatureOf(recordOf(report)) }])
const pairs = (points: readonly number[][]) => points.map(([x = 0, y = 0]) => [x, y] as const)
console.table(
  SIZES.map((size, index) => ({
    reports: size,
    'by fingerprints ms': quick[index]?.[1]?.toFixed(2),
    'word for word ms': slow[index]?.[1]?.toFixed(0) ?? '',
  })),
)
console.log(`own fingerprint alone: ${own.toFixed(2)} ms`)
writeFileSync(
  new URL('likeness.svg', import.meta.url),
  linePlot(
    [
      { name: 'by fingerprints', points: pairs(quick) },
      { name: 'all word for word', points: pairs(slow) },
    ],
    { title: 'Likeness check of one report', x: 'stored reports', y: 'milliseconds' },
  ),
)
const reached = (quick[SIZES.indexOf(GOAL.reports)]?.[1] ?? Number.POSITIVE_INFINITY) <= GOAL.milliseconds
console.log(`goal: ≤ ${GOAL.milliseconds} ms against ${GOAL.reports} reports: ${reached ? 'reached' : 'missed'}`)
process.exitCode = reached ? 0 : 1
