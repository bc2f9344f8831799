import { ALL_FORMS, formName } from '../tests/generator/write-sample.ts'
import { type Outcome, readDamaged } from '../tests/report/damage.ts'

/** Reads damaged copies of every form and counts what becomes of them; a throw ends the run with its seed. */
const copies = Number(process.argv[2] ?? 500)
const rows: Record<string, Record<Outcome | 'longest ms', number>> = {}
for (const form of ALL_FORMS) {
  const row = { unreadable: 0, failed: 0, passed: 0, wrong: 0, 'longest ms': 0 }
  for (let seed = 1; seed <= copies; seed++) {
    const { outcome, milliseconds } = await readDamaged(form, seed).catch((cause: unknown) => {
      throw new Error(`${formName(form)}, seed ${seed}`, { cause })
    })
    row[outcome] += 1
    row['longest ms'] = Math.max(row['longest ms'], Math.round(milliseconds))
    if (outcome === 'wrong') console.log(`wrong: ${formName(form)}, seed ${seed}`)
  }
  rows[formName(form)] = row
}
console.table(rows)
console.log(`${ALL_FORMS.length * copies} damaged files`)
