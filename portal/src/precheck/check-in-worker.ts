import type { CheckResult } from '../../../shared/feedback/check-result.ts'
import type { PrecheckTask } from './check-file.ts'
import type { PrecheckAnswer } from './worker.ts'

/** Longer than any file may take, with the loading of the readers over a slow line. */
const MOST_MILLISECONDS = 60_000

/**
 * Checks a file in a worker, so that the page stays alive whatever the file is. Rejects where the check itself did not work; after
 * `signal` nobody is told anything.
 */
export const checkInWorker = (task: PrecheckTask, signal: AbortSignal): Promise<CheckResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const { port1, port2 } = new MessageChannel()
    const stop = (): void => {
      clearTimeout(timer)
      port1.close()
      worker.terminate()
    }
    const fail = (reason: string): void => {
      stop()
      reject(new Error(reason))
    }
    const timer = setTimeout(() => fail('it took too long'), MOST_MILLISECONDS)
    signal.addEventListener('abort', stop)
    worker.onerror = ({ message }) => fail(message)
    port1.onmessage = ({ data }: MessageEvent<PrecheckAnswer>) => {
      if ('failure' in data) return fail(data.failure)
      stop()
      resolve(data.result)
    }
    worker.postMessage(task, [port2])
  })
