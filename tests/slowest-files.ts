import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

const SHOWN = 10

const secondsOf = (module: TestModule): number => {
  const { collectDuration, duration } = module.diagnostic()
  return (collectDuration + duration) / 1000
}

/** Prints at the end of a run which files took the longest, loading and tests together, and what share of the whole they were. */
export const slowestFiles = (): Reporter => ({
  onTestRunEnd(modules) {
    if (modules.length <= SHOWN) return
    const timed = modules.map((module) => ({ file: relative('.', module.moduleId), seconds: secondsOf(module) }))
    const sum = timed.reduce((whole, { seconds }) => whole + seconds, 0)
    const lines = timed
      .toSorted((a, b) => b.seconds - a.seconds)
      .slice(0, SHOWN)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${file}`)
    process.stdout.write(`\n The ten slowest of ${modules.length} files, which took ${sum.toFixed(0)} s together\n${lines.join('\n')}\n`)
  },
})
