import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleReport } from './sample-report.ts'
import { FORMS, writeSample } from './write-sample.ts'

/** Writes one sample of every layout into a folder: `npx tsx tests/generator/write-samples.ts DIR [SEED]`. */
const [folder, seed = '1'] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npx tsx tests/generator/write-samples.ts DIR [SEED]')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })
for (const form of FORMS) {
  const name = join(folder, `${form.format}-${form.layout}.${form.format}`)
  writeFileSync(name, writeSample(sampleReport({ seed: Number(seed) }), form))
  console.log(name)
}
