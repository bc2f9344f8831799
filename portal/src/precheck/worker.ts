import { checkFile, type PrecheckTask } from './check-file.ts'

/** What is answered to a task. The answer has a port of its own: the PDF library, loaded into a worker, talks through the worker's. */
export type PrecheckAnswer = { readonly result: Awaited<ReturnType<typeof checkFile>> } | { readonly failure: string }

self.addEventListener('message', ({ data, ports: [answers] }: MessageEvent<PrecheckTask>) => {
  if (answers === undefined) return
  const answer = (message: PrecheckAnswer): void => answers.postMessage(message)
  checkFile(data).then(
    (result) => answer({ result }),
    (error: unknown) => answer({ failure: String(error) }),
  )
})
