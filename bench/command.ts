import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'

/**
 * The built command as a whole process: a cold check of one docx beside an empty node, and a thousand reports in one call on one core
 * and on all. Needs `dist/` (`npm run prepare`); one core is had by `taskset`, which Linux has.
 */
const COMMAND = 'dist/cli/nianbao.js'
const REPORTS = 1000
const ROUNDS = 15

const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
const files = Array.from({ length: REPORTS }, (_, index) => {
  const path = join(folder, `${index + 1}.docx`)
  writeFileSync(path, writeSample(sampleReport({ seed: index + 1, year: 2024 }), { format: 'docx', layout: 'official' }))
  return path
})

const seconds = (command: string, args: readonly string[]): number => {
  const began = performance.now()
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'] })
  return (performance.now() - began) / 1000
}

try {
  // In turn, and the least of each: what else the machine does only ever adds.
  const [empty, cold]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(seconds('node', ['-e', '0']))
    cold.push(seconds('node', [COMMAND, 'check', '--json', files[0] ?? '']))
  }
  const ratio = Math.min(...cold) / Math.min(...empty)
  console.table({
    'a cold check of one docx': {
      'node -e 0 s': Math.min(...empty).toFixed(3),
      'check s': Math.min(...cold).toFixed(3),
      ratio: ratio.toFixed(2),
    },
  })
  console.log(`goal: ratio ≤ 3: ${ratio <= 3 ? 'reached' : 'missed'}`)

  const cores = availableParallelism()
  const one = seconds('taskset', ['-c', '0', 'node', COMMAND, 'check', '--json', ...files])
  const all = seconds('node', [COMMAND, 'check', '--json', ...files])
  console.table({
    [`${REPORTS} docx reports in one call`]: {
      'one core, reports/s': Math.round(REPORTS / one),
      [`${cores} cores, reports/s`]: Math.round(REPORTS / all),
      gain: (one / all).toFixed(2),
    },
  })
  process.exitCode = ratio <= 3 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}
