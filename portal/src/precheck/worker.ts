import { bringInMissing } from '../old-browser.ts'
import type { checkFile, PrecheckTask } from './check-file.ts'

/** What is answered to a task. The answer has a port of its own: the PDF library, loaded into a worker, talks through the worker's. */
export type PrecheckAnswer = { readonly result: Awaited<ReturnType<typeof checkFile>> } | { readonly failure: string }

const answerTo = async (task: PrecheckTask): Promise<PrecheckAnswer> => {
  try {
    await bringInMissing()
    return { result: await (await import('./check-file.ts')).checkFile(task) }
  } catch (error) {
    return { failure: String(error) }
  }
}

self.addEventListener('message', async ({ data, ports: [answers] }: MessageEvent<PrecheckTask>) => {
  answers?.postMessage(await answerTo(data))
})
