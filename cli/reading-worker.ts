import { parentPort, workerData } from 'node:worker_threads'
import { readTools } from '../functions/node/read-tools.ts'
import { readFile } from '../shared/readers/read-file.ts'

/** What the thread of a guarded reading runs. */
parentPort?.postMessage(await readFile(workerData, readTools))
