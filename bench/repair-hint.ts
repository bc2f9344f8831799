/** How often the repair hint names the one altered cell of a generated report, and what it costs: `npx tsx bench/repair-hint.ts`. */
import { inflate } from '../functions/node/inflate.ts'
import { repairHint } from '../shared/assessment/repair-hint.ts'
import { readFile } from '../shared/readers/read-file.ts'
import { READ_LIMITS } from '../shared/readers/reader.ts'
import { recogniseReport } from '../shared/report/recognise-report.ts'
import { mendingCells, printedCells, withValue } from '../tests/assessment/mending-cells.ts'
import { figureOf } from '../tests/generator/plant/change-figures.ts'
import { randomOf } from '../tests/generator/random.ts'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'

const REPORTS = 1000
const counts = { determined: 0, named: 0, undetermined: 0, silent: 0 }
let milliseconds = 0

for (let seed = 0; seed < REPORTS; seed += 1) {
  const random = randomOf(seed)
  const sound = sampleReport({ seed })
  const cell = random.pick(printedCells(sound))
  const old = figureOf(sound, cell)
  const by = random.integer(1, 40)
  const altered = withValue(sound, cell, old >= by && random.chance(0.5) ? old - by : old + by)
  // Every broken sum is off by `by`, so that no other step can mend one.
  const mending = mendingCells(altered, (each) =>
    [figureOf(altered, each) - by, figureOf(altered, each) + by].filter((value) => value >= 0),
  )
  const reading = await readFile(writeSample(altered, { format: 'html', layout: 'clean' }), { inflate, limits: READ_LIMITS })
  if ('unreadable' in reading) throw new Error(`sample ${seed} cannot be read`)
  const report = recogniseReport(reading)
  const start = performance.now()
  const hint = repairHint(report)
  milliseconds += performance.now() - start
  const at = hint?.figure.place.cell
  const right = at?.table === cell.table && at.row === cell.row && at.column === cell.column && hint?.value === old
  counts[mending.length === 1 ? 'determined' : 'undetermined'] += 1
  if (mending.length === 1 && right) counts.named += 1
  if (mending.length > 1 && hint === null) counts.silent += 1
}

console.log(`${REPORTS} reports, one cell of tables 三 and 四 altered in each`)
console.log(`the sums determine it: ${counts.determined}, of these named with its old value: ${counts.named}`)
console.log(`they do not: ${counts.undetermined}, of these silent: ${counts.silent}`)
console.log(`${(milliseconds / REPORTS).toFixed(3)} ms a report`)
