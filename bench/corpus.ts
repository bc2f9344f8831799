import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * Reads every file below a folder, any documents of anybody's, in guarded workers, and prints per format how many were read, refused
 * and why, crashed or hung, and the slowest. Exit status 1 where one crashed or hung. Needs the built command (`npm run prepare`).
 */
const WORKER = new URL('../dist/cli/reading-worker.js', import.meta.url)
const HUNG_AFTER_MS = 20_000
const HEAP_MB = 512
const WORKERS = 2

type Outcome = { readonly format: string; readonly what: string; readonly file: string; readonly milliseconds: number }
type Told = { readonly document: { readonly format: string } } | { readonly unreadable: string; readonly format: string | null }

const filesBelow = (folder: string): string[] =>
  readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? filesBelow(path) : [path]
    })

/** What became of one file; whoever asks ends a worker that does not answer in time. */
const read = (worker: Worker, file: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const began = performance.now()
    const end = (format: string, what: string): void => {
      clearTimeout(timer)
      worker.off('message', answered)
      worker.off('error', crashed)
      resolve({ format, what, file, milliseconds: performance.now() - began })
    }
    const answered = (told: Told): void =>
      'unreadable' in told ? end(told.format ?? '?', `refused: ${told.unreadable}`) : end(told.document.format, 'read')
    const crashed = (error: Error): void => {
      console.error(`${file}: ${error.stack ?? error.message}`)
      end('?', 'crashed')
    }
    const timer = setTimeout(() => end('?', 'hung'), HUNG_AFTER_MS)
    worker.on('message', answered)
    worker.on('error', crashed)
    worker.postMessage(new Uint8Array(readFileSync(file)))
  })

const readAll = async (files: string[]): Promise<Outcome[]> => {
  const start = (): Worker => new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  const outcomes: Outcome[] = []
  let worker = start()
  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    const outcome = await read(worker, file)
    outcomes.push(outcome)
    if (outcome.what === 'hung' || outcome.what === 'crashed') {
      await worker.terminate()
      worker = start()
    }
  }
  await worker.terminate()
  return outcomes
}

const groupsBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] => {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('npm run corpus -- DIR...')
  process.exit(2)
}
const files = folders.flatMap(filesBelow).toReversed()
const total = files.length
const outcomes = (await Promise.all(Array.from({ length: WORKERS }, () => readAll(files)))).flat()

console.log('| format | files | read | refused | crashed | hung | slowest |\n| --- | --- | --- | --- | --- | --- | --- |')
for (const [format, of] of groupsBy(outcomes, ({ format: each }) => each)) {
  const count = (what: string): number => of.filter((outcome) => outcome.what === what).length
  const refused = groupsBy(
    of.filter(({ what }) => what.startsWith('refused')),
    ({ what }) => what.slice('refused: '.length),
  ).map(([reason, some]) => `${reason} ${some.length}`)
  const slowest = of.toSorted((a, b) => b.milliseconds - a.milliseconds)[0]
  console.log(
    `| ${[format, of.length, count('read'), refused.join(', ') || 0, count('crashed'), count('hung'), `${slowest?.milliseconds.toFixed(0)} ms ${slowest?.file}`].join(' | ')} |`,
  )
}
const lost = outcomes.filter(({ what }) => what === 'crashed' || what === 'hung')
for (const { file, what } of lost) console.log(`${what}: ${file}`)
console.log(`${total} files, ${outcomes.filter(({ what }) => what === 'read').length} read, ${lost.length} crashed or hung`)
process.exitCode = lost.length === 0 ? 0 : 1
