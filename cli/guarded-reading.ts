import { Worker } from 'node:worker_threads'
import type { Format } from '../shared/document/document.ts'
import { READ_LIMITS, type Reading, tooSlow, type UnreadableReason } from '../shared/readers/reader.ts'

/** With what the command itself takes and what lies outside the heap, this stays below 512 MB. */
const HEAP_MB = 224
const YOUNG_MB = 32
/** So long after its time is over a reading that does not stop by itself is ended. */
const PATIENCE = 500

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Reads a file in a thread whose time and memory are bounded from outside, for a format whose library has no bounds of its own: a
 * page of one long word keeps it busy without a break in which a timer could fire.
 */
export const readGuarded = (bytes: Uint8Array, format: Format): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-worker.js', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const unreadable: UnreadableReason = 'too-complex'
    const timer = setTimeout(() => {
      resolve({ unreadable, format, limit: tooSlow(READ_LIMITS) })
      worker.terminate()
    }, READ_LIMITS.milliseconds + PATIENCE)
    worker.once('message', resolve)
    worker.once('error', (error) => {
      if (isOutOfMemory(error)) resolve({ unreadable, format, limit: `${HEAP_MB + YOUNG_MB} MB 内存` })
      else reject(error)
    })
    worker.once('exit', () => clearTimeout(timer))
  })
