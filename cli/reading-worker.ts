import { parentPort } from 'node:worker_threads'
import { readTools } from '../functions/node/read-tools.ts'
import { readFile } from '../shared/readers/read-file.ts'

/** What the thread of guarded readings runs: for each file's bytes, its reading. What is thrown ends the thread, and is told to the caller. */
parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await readFile(bytes, readTools)))
