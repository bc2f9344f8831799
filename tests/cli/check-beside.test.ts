import { expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { folderWith, nianbao } from './run-command.ts'

const TEXT = { format: 'txt', layout: 'pipe' } as const
const water = sampleReport({ seed: 4, agency: '青禾市水利局', year: 2024, bustle: 'ordinary' })
const files = {
  'water.txt': writeSample(water, TEXT),
  'copy.txt': writeSample({ ...water, agency: '青禾市民政局' }, TEXT),
  'city.txt': writeSample({ ...water, agency: '青禾市人民政府' }, TEXT),
}

const rules = async (args: readonly string[]) => {
  const { status, out } = await nianbao(['check', '--json', ...args], { cwd: await folderWith(files) })
  const { results } = JSON.parse(out)
  return { status, rules: results[0].findings.map(({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`) }
}

it('check --other finds what was copied from another agency, and does not hold a report against itself', async () => {
  const copied = 'text-copied-from-another warning'
  const { status, rules: found } = await rules(['--other', 'water.txt', '--other', 'copy.txt', 'copy.txt'])
  expect([status, found.filter((rule: string) => rule === copied)]).toEqual([0, [copied, copied]])
  expect((await rules(['--other', 'water.txt', 'water.txt'])).rules).not.toContain(copied)
})

it('check --subordinate holds a government’s report against the sum of those given', async () => {
  const differs = 'rollup-matches-subordinates warning'
  expect((await rules(['--subordinate', 'water.txt', 'city.txt'])).rules).not.toContain(differs)
  expect((await rules(['--subordinate', 'water.txt', '--subordinate', 'copy.txt', 'city.txt'])).rules).toContain(differs)
  expect((await rules(['--subordinate', 'water.txt', '--subordinate', 'nowhere.txt', 'city.txt'])).rules).toContain(
    'rollup-matches-subordinates notice',
  )
})
