import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { circlesOf } from './circles.ts'
import type { Import, Module } from './imports.ts'

const top = (path: string): string => path.split('/')[0] ?? ''
/** The room within a top folder; a file beside the rooms is its own. */
const room = (path: string): string => path.split('/')[1] ?? ''

/**
 * The core in the order of the data's way, as the table of `shared/README.md` lists its rooms: a room imports only from those before it, and
 * from itself.
 */
export const ORDER: readonly string[] = Array.from(
  readFileSync('shared/README.md', 'utf8').matchAll(/^\| \[`([\w.-]+?)\/?`\]/gm),
  ([, name]) => name ?? '',
)

/** What each top folder may import of the others; `tests/` may import all. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  functions: ['shared'],
  portal: ['shared'],
  cli: ['functions', 'shared'],
  local: ['cli', 'portal', 'functions', 'shared'],
  cdk: ['shared'],
  bench: ['cdk', 'cli', 'functions', 'local', 'portal', 'shared', 'tests'],
}

/** Rooms of `functions/` that are no function: any function may use them. */
const ADAPTERS = ['aws', 'node']
const SHARED_ROOMS = [...ADAPTERS, 'events', 'site', 'stored']

const told = ({ from, to }: Import): string => `${from} → ${to}`

/** Every folder above a path, nearest last: `a/b/c.ts` → `a`, `a/b`. */
const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** The two folders that stand side by side where the paths part, where both are folders. */
const sides = ({ from, to }: Import): [string, string] | undefined => {
  const [left, right] = [foldersOf(from), foldersOf(to)]
  const at = left.findIndex((folder, index) => folder !== right[index])
  const [one, other] = [left[at], right[at]]
  return at > 0 && one !== undefined && other !== undefined ? [one, other] : undefined
}

const graphOf = (edges: readonly (readonly [string, string])[]): Map<string, Set<string>> => {
  const graph = new Map<string, Set<string>>()
  for (const [from, to] of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to))
  return graph
}

const circleLines = (edges: readonly (readonly [string, string])[], kind: string): string[] =>
  circlesOf(graphOf(edges)).map((circle) => `circle of ${kind}: ${circle.join(', ')}`)

/** Who may use the SDK: the adapters, and what the local run sets up of it. */
const usesSdk = (path: string): boolean => path.startsWith('functions/aws/') || path.startsWith('local/embedded/') || top(path) === 'bench'

const isBackwards = ({ from, to }: Import): boolean => {
  const [here, there] = [ORDER.indexOf(room(from)), ORDER.indexOf(room(to))]
  return here === -1 || there === -1 || there > here
}

/** Everything in the modules that is against the order of the house, one line each; none where all is well. */
export const faultsOf = (modules: readonly Module[]): string[] => {
  const imports = modules.flatMap((module) => module.imports)
  const own = imports.filter((each) => each.own)
  const within = (folder: string) => own.filter(({ from, to }) => top(from) === folder && top(to) === folder)
  const lines = (what: string, found: readonly Import[]): string[] => found.map((each) => `${what}: ${told(each)}`)
  return [
    ...circleLines(
      own.map(({ from, to }) => [from, to] as const),
      'files',
    ),
    ...circleLines(
      own.flatMap((each) => {
        const pair = sides(each)
        return pair === undefined ? [] : [pair]
      }),
      'folders',
    ),
    ...lines(
      'against the order of the top folders',
      own.filter(({ from, to }) => top(from) !== top(to) && !(MAY_IMPORT[top(from)] ?? []).includes(top(to))),
    ),
    ...lines('against the order of the core', within('shared').filter(isBackwards)),
    ...lines(
      'not pure',
      imports.filter(({ from, to, own: ours }) => top(from) === 'shared' && !ours && (isBuiltin(to) || to.startsWith('@aws-sdk'))),
    ),
    ...modules
      .filter(({ path }) => top(path) === 'shared')
      .flatMap(({ path, globals }) => globals.map((name) => `not pure: ${path} uses ${name}`)),
    ...lines(
      'the SDK is not for',
      imports.filter(({ from, to }) => to.startsWith('@aws-sdk') && !usesSdk(from)),
    ),
    ...lines(
      'only lambda.ts names adapters',
      within('functions').filter(
        ({ from, to }) => ADAPTERS.includes(room(to)) && !ADAPTERS.includes(room(from)) && !from.endsWith('/lambda.ts'),
      ),
    ),
    ...lines(
      'functions stand apart',
      within('functions').filter(({ from, to }) => room(from) !== room(to) && !SHARED_ROOMS.includes(room(to))),
    ),
    ...modules
      .map(({ path }) => path)
      .filter((path) => /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.)/.test(path))
      .map((path) => `a name that says nothing: ${path}`),
  ]
}
