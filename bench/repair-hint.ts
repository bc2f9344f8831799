/** How often the repair hint names the altered cells of a generated report, and what it costs: `npx tsx bench/repair-hint.ts`. */
import { repairHints } from '../shared/assessment/repair-hint.ts'
import { brokenGroups, sumsOf } from '../shared/assessment/sum-groups.ts'
import type { CellRef } from '../shared/form/edition.ts'
import { printedCells, smallestMends, withValue } from '../tests/assessment/mending-cells.ts'
import { figureOf } from '../tests/generator/plant/change-figures.ts'
import { type Random, randomOf } from '../tests/generator/random.ts'
import { type SampleReport, sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { readBytes } from '../tests/report/read-sample.ts'

const REPORTS = Number(process.argv[2] ?? 1000)

const keyOf = ({ table, row, column }: CellRef, value: number): string => `${table}/${row}/${column}=${value}`

/** Adds to a cell, or takes from it where it can. */
const altered = (report: SampleReport, cell: CellRef, by: number, random: Random): SampleReport => {
  const old = figureOf(report, cell)
  return withValue(report, cell, old >= by && random.chance(0.5) ? old - by : old + by)
}

type Counts = { determined: number; 'all named': number; ambiguous: number; 'one named': number; silent: number; wrong: number; ms: number }

const measure = async (isWanted: (slips: number, groups: number) => boolean, slips: number): Promise<Counts> => {
  const counts: Counts = { determined: 0, 'all named': 0, ambiguous: 0, 'one named': 0, silent: 0, wrong: 0, ms: 0 }
  let done = 0
  for (let seed = 0; done < REPORTS; seed += 1) {
    const random = randomOf(seed)
    const sound = sampleReport({ seed })
    const cells = random.some(printedCells(sound), slips)
    const steps = cells.map(() => random.integer(1, 40))
    const changed = cells.reduce((report, cell, index) => altered(report, cell, steps[index] ?? 1, random), sound)
    const report = await readBytes(writeSample(changed, { format: 'html', layout: 'clean' }))
    if (!isWanted(slips, brokenGroups(sumsOf(report)).length)) continue
    done += 1
    const [a = 0, b = 0] = steps
    const mends = smallestMends(
      changed,
      [...new Set([a, b, a + b, a - b].flatMap((step) => [step, -step]))].filter((step) => step !== 0),
    )
    const keys = mends.map((mend) => mend.map(({ cell, value }) => keyOf(cell, value)))
    const start = performance.now()
    const hints = repairHints(report)
    counts.ms += performance.now() - start
    const told = hints.flatMap(({ changes }) =>
      changes.flatMap(({ figure: { place }, value }) => (place.cell ? [keyOf(place.cell, value)] : [])),
    )
    const isRight = keys.every((mend) => told.every((each) => mend.includes(each)))
    counts[keys.length === 1 ? 'determined' : 'ambiguous'] += 1
    if (!isRight) counts.wrong += 1
    else if (keys.length === 1 && told.length === keys[0]?.length) counts['all named'] += 1
    else counts[told.length > 0 ? 'one named' : 'silent'] += 1
  }
  return { ...counts, ms: Number((counts.ms / REPORTS).toFixed(3)) }
}

console.table({
  'one slip': await measure(() => true, 1),
  'two slips in two groups': await measure((_, groups) => groups === 2, 2),
  'two slips in one group': await measure((_, groups) => groups === 1, 2),
})
