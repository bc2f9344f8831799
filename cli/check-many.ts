import { availableParallelism } from 'node:os'
import { SingleBar } from 'cli-progress'
import { Piscina } from 'piscina'
import type { CheckResult } from '../shared/feedback/check-result.ts'
import type { Context } from '../shared/rule-kit/context.ts'
import type { CheckTask } from './check-file.ts'

/** Checks many files on all cores, a worker thread each; results come in the order of the files. A terminal sees how far it is. */
export const checkMany = async (files: readonly string[], context: Context): Promise<CheckResult[]> => {
  const [threads, tasks] = [availableParallelism(), 2] // one reads from disk while the other computes
  const pool = new Piscina<CheckTask, CheckResult>({
    filename: new URL('./check-worker.js', import.meta.url).href,
    maxThreads: threads,
    concurrentTasksPerWorker: tasks,
  })
  const bar = new SingleBar({ format: '核对 {bar} {value}/{total}', stream: process.stderr, noTTYOutput: false, hideCursor: true })
  bar.start(files.length, 0)
  try {
    return await Promise.all(
      files.map(async (file) => {
        const result = await pool.run({ file, context, atOnce: threads * tasks })
        bar.increment()
        return result
      }),
    )
  } finally {
    bar.stop()
    await pool.close()
  }
}
