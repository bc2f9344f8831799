import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bundleFunctions, bytesOf } from '../cdk/bundle-functions.ts'
import { ENVIRONMENT, QUEUES } from '../shared/pipeline.ts'

/** Size of each deployed function, and the CPU of a process that loads it against one that loads an empty handler. Takes the program to run them with: `node`. */

const MOST_RATIO = 5
const ENTRY_GOAL = { name: 'review-submission', bytes: 460_000 } as const
const ROUNDS = Number(process.argv[3] ?? 7)
const node = process.argv[2] === undefined ? process.execPath : resolve(process.argv[2])

const names = [...Object.values(ENVIRONMENT).filter((value) => typeof value === 'string'), ...QUEUES.map(ENVIRONMENT.queueUrl)]
const env = { AWS_REGION: 'cn-north-1', ...Object.fromEntries(names.map((name) => [name, 'https://value.example'])) }

/** Milliseconds, user and system, of a whole process that loads a module and ends. */
const cpuOfLoading = (file: string): number => {
  const script = `await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(); console.log((user + system) / 1000); process.exit()`
  return Number(execFileSync(node, ['--input-type=module', '-e', script], { env, cwd: tmpdir(), encoding: 'utf8' }))
}

const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
const empty = join(folder, 'empty.mjs')
writeFileSync(empty, 'export const handler = async () => {}\n')
const bundles = bundleFunctions(folder)

const least = new Map<string, number>()
const entries = [['empty', empty] as const, ...Array.from(bundles, ([name, { entry }]) => [name, entry] as const)]
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, entry] of entries) least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, cpuOfLoading(entry)))

const ratioOf = (name: string): number => (least.get(name) ?? Number.NaN) / (least.get('empty') ?? Number.NaN)
const kb = (bytes: number): string => Math.round(bytes / 1000).toLocaleString('en')
console.log(`| function | loaded at once, KB | loaded late, KB | CPU of loading / of an empty handler |\n| --- | --- | --- | --- |`)
const sorted = Array.from(bundles).toSorted(([a], [b]) => ratioOf(a) - ratioOf(b))
for (const [name, { loadedAtOnce, loadedLate }] of sorted)
  console.log(`| ${name} | ${kb(bytesOf(loadedAtOnce))} | ${kb(bytesOf(loadedLate))} | ${ratioOf(name).toFixed(1)} |`)

rmSync(folder, { recursive: true })
const entryBytes = bytesOf(bundles.get(ENTRY_GOAL.name)?.loadedAtOnce ?? [])
process.exitCode = sorted.every(([name]) => ratioOf(name) <= MOST_RATIO) && entryBytes <= ENTRY_GOAL.bytes ? 0 : 1
