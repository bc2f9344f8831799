import { FORMS } from '../tests/generator/write-sample.ts'
import { type Outcome, readDamaged } from '../tests/report/damage.ts'

/** Reads damaged copies of every form and counts what becomes of them; a throw ends the run with its seed. */
const copies = Number(process.argv[2] ?? 500)
const rows: Record<string, Record<Outcome | 'longest ms', number>> = {}
for (const form of FORMS) {
  const row = { unreadable: 0, failed: 0, passed: 0, wrong: 0, 'longest ms': 0 }
  for (let seed = 1; seed <= copies; seed++) {
    const { outcome, milliseconds } = await readDamaged(form, seed).catch((cause: unknown) => {
      throw new Error(`${form.format}, ${form.layout}, seed ${seed}`, { cause })
    })
    row[outcome] += 1
    row['longest ms'] = Math.max(row['longest ms'], Math.round(milliseconds))
    if (outcome === 'wrong') console.log(`wrong: ${form.format}, ${form.layout}, seed ${seed}`)
  }
  rows[`${form.format}, ${form.layout}`] = row
}
console.table(rows)
console.log(`${FORMS.length * copies} damaged files`)
