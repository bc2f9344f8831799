import { parentPort } from 'node:worker_threads'
import { readTools } from '../functions/node/read-tools.ts'
import { readFile } from '../shared/readers/read-file.ts'

/** A file's bytes, and how long reading it may take. */
export type GuardedTask = { readonly bytes: Uint8Array; readonly milliseconds: number }

/** What the thread of guarded readings runs: for each file's bytes, its reading. What is thrown ends the thread, and is told to the caller. */
parentPort?.on('message', async ({ bytes, milliseconds }: GuardedTask) =>
  parentPort?.postMessage(await readFile(bytes, { ...readTools, limits: { ...readTools.limits, milliseconds } })),
)
