import { sampleReport } from '../tests/generator/sample-report.ts'
import { ALL_FORMS, formName } from '../tests/generator/write-sample.ts'
import { ALL_VARIANTS, misread } from '../tests/report/read-sample.ts'

/**
 * Reads generated reports in every format and layout, each in turn in another variant, and counts what is misread. A second number is the
 * seed of the first report, so that many may be read in slices.
 */
const [reports, first] = [Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 1)]
const faults = new Map<string, number>()
let readings = 0
for (let seed = first; seed < first + reports; seed++) {
  const edition = seed % 5 === 0 ? '2019' : '2021'
  const sample = sampleReport({ seed, edition, year: edition === '2019' ? 2020 : 2021 + (seed % 4) })
  if (seed > first && (seed - first) % 50 === 0) console.log(`${seed - first} reports read, misread: ${faults.size === 0 ? 0 : 'some'}`)
  for (const [index, form] of ALL_FORMS.entries()) {
    const variants = ALL_VARIANTS[(seed + index) % ALL_VARIANTS.length] ?? {}
    readings += 1
    for (const fault of await misread(sample, form, variants)) {
      const name = `${formName(form)}, ${JSON.stringify(variants)}: ${fault}`
      faults.set(name, (faults.get(name) ?? 0) + 1)
    }
  }
}
for (const [fault, count] of faults) console.log(`${count} × ${fault}`)
console.log(
  `${reports} reports × ${ALL_FORMS.length} forms = ${readings} readings, ${readings * 200} figures; misread: ${[...faults.values()].reduce((a, b) => a + b, 0)}`,
)
process.exitCode = faults.size === 0 ? 0 : 1
