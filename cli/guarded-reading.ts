import { Worker } from 'node:worker_threads'
import type { Format } from '../shared/document/document.ts'
import type { Reading } from '../shared/document/reading.ts'
import { tooSlow } from '../shared/readers/reader.ts'
import type { GuardedTask } from './reading-worker.ts'

/** With what the command itself takes and what lies outside the heap, this stays below 512 MB. */
const HEAP_MB = 224
const YOUNG_MB = 32
/** So long after its time is over a reading that does not stop by itself is ended. */
const PATIENCE = 500

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Threads that have read a file and wait for the next, with the library loaded: never more than readings at the same time. They keep nobody from ending. */
const idle = new Set<Worker>()

const startThread = (): Worker => {
  const thread = new Worker(new URL('./reading-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // One that dies while it waits is no fault of any file, and must not be asked again.
  return thread.on('error', () => idle.delete(thread))
}

/**
 * Reads a file in a thread whose time and memory are bounded from outside, for a format whose library has no bounds of its own: a
 * page of one long word keeps it busy without a break in which a timer could fire.
 */
export const readGuarded = ({ bytes, milliseconds }: GuardedTask, format: Format): Promise<Reading> =>
  new Promise((resolve, reject) => {
    const [thread = startThread()] = idle
    idle.delete(thread)
    const end = (): void => {
      clearTimeout(timer)
      thread.off('message', answer)
      thread.off('error', fail)
    }
    const refuse = (limit: string): void => resolve({ unreadable: 'too-complex', format, limit })
    const answer = (reading: Reading): void => {
      end()
      thread.unref()
      idle.add(thread)
      resolve(reading)
    }
    const fail = (error: Error): void => {
      end()
      if (isOutOfMemory(error)) refuse(`${HEAP_MB + YOUNG_MB} MB 内存`)
      else reject(error)
    }
    const timer = setTimeout(() => {
      end()
      thread.terminate()
      refuse(tooSlow({ milliseconds }))
    }, milliseconds + PATIENCE)
    thread.ref()
    thread.once('message', answer)
    thread.once('error', fail)
    thread.postMessage({ bytes, milliseconds })
  })
