import { ERROR_KINDS } from '../tests/generator/plant/plant-error.ts'
import { detect, findingsOfSound, formFor } from '../tests/rules/detect.ts'

/** Plants every kind of error into generated reports of every layout, and counts what is found at its place; then checks sound reports. */
const [reports, sound] = [Number(process.argv[2] ?? 25), Number(process.argv[3] ?? 1_000)]

const tally = (names: readonly string[]): string =>
  [...new Set(names)].map((name) => `${names.filter((each) => each === name).length} × ${name}`).join(', ')

const rows: Record<string, { planted: number; 'found at its place': number; 'further findings': string }> = {}
let seed = 0
for (const kind of ERROR_KINDS) {
  const further: string[] = []
  let found = 0
  for (let report = 0; report < reports; report++) {
    const detection = await detect(kind, ++seed)
    further.push(...detection.further.map(({ rule, severity }) => `${severity} ${rule}`))
    if (detection.missed.length === 0) found++
    else console.log(`missed: ${kind}, seed ${seed}, ${formFor(seed, kind).layout}: ${JSON.stringify(detection.missed)}`)
  }
  rows[kind] = { planted: reports, 'found at its place': found, 'further findings': tally(further) }
}
console.table(rows)

const clean: string[] = []
for (let each = 0; each < sound; each++) {
  for (const { severity, rule, facts } of await findingsOfSound(each)) {
    clean.push(`${severity} ${rule}`)
    if (severity === 'error')
      console.log(`error in a sound report: seed ${each}, ${formFor(each).layout}: ${rule} ${JSON.stringify(facts)}`)
  }
}

const planted = ERROR_KINDS.length * reports
const found = Object.values(rows).reduce((total, row) => total + row['found at its place'], 0)
const errors = clean.filter((name) => name.startsWith('error')).length
console.log(`${ERROR_KINDS.length} kinds × ${reports} reports: ${found} of ${planted} found at their place`)
console.log(`${sound} sound reports: ${errors} errors; in all ${tally(clean) || 'no finding'}`)
process.exitCode = found === planted && errors === 0 ? 0 : 1
