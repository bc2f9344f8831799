import { cpSync, linkSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildSync, type Metafile } from 'esbuild'
import { FUNCTION_NAMES, type FunctionName } from '../shared/pipeline.ts'

const root = join(import.meta.dirname, '..')

/** Reads files, and so needs beside its code what the PDF library looks up: where a Chinese font is not embedded, which characters its codes mean. */
const READER: FunctionName = 'parse-report'

type Part = {
  readonly file: string
  readonly bytes: number
  /** Sources that went into it. */
  readonly inputs: readonly string[]
}

/** A function's code: `NAME.mjs` and what it loads with it, and what it loads when it is first needed. */
export type Bundle = {
  readonly folder: string
  readonly entry: string
  readonly loadedAtOnce: readonly Part[]
  readonly loadedLate: readonly Part[]
}

export const bytesOf = (parts: readonly Part[]): number => parts.reduce((sum, { bytes }) => sum + bytes, 0)

const reached = (outputs: Metafile['outputs'], start: string, kinds: readonly string[]): Set<string> => {
  const found = new Set([start])
  for (const path of found)
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) if (!external && kinds.includes(kind)) found.add(next)
  return found
}

const outputsOf = (names: readonly FunctionName[], outdir: string): Metafile['outputs'] =>
  buildSync({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map((name) => [name, `functions/${name}/lambda.ts`])),
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: '[name]-[hash]', // beside the entry, so that code finds files by its own folder
    bundle: true, // the SDK comes along: imports take half the time of the runtime's own
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': join(root, 'functions/aws/environment-credentials.ts') },
    logLevel: 'warning',
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
  }).metafile.outputs

/**
 * The function that reads files is bundled by itself. esbuild divides code by files: beside it, a function that only asks the registry of readers for
 * content types would load late, as it seems, every reader.
 */
const TOGETHER: readonly (readonly FunctionName[])[] = [[READER], FUNCTION_NAMES.filter((name) => name !== READER)]

/**
 * Bundles the functions by two calls, in each of which esbuild reads only once what they share, and lays the parts of each in a folder of its own: `OUTDIR/NAME`.
 * Parts that are loaded late are files of their own. Source maps stay in `OUTDIR/maps`: nobody who runs a function needs them (`cdk/sources-of-trace.ts`).
 */
export const bundleFunctions = (outdir: string): ReadonlyMap<FunctionName, Bundle> => {
  const built = join(outdir, 'maps')
  const outputs: Metafile['outputs'] = Object.assign({}, ...TOGETHER.map((names) => outputsOf(names, built)))
  const part = (path: string): Part => {
    const { bytes = 0, inputs = {} } = outputs[path] ?? {}
    return { file: basename(path), bytes, inputs: Object.keys(inputs) }
  }
  const bundles = new Map<FunctionName, Bundle>()
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    const name = FUNCTION_NAMES.find((each) => entryPoint === `functions/${each}/lambda.ts`)
    if (name === undefined) continue
    const folder = join(outdir, name)
    const atOnce = reached(outputs, path, ['import-statement'])
    const late = [...reached(outputs, path, ['import-statement', 'dynamic-import'])].filter((each) => !atOnce.has(each))
    mkdirSync(folder, { recursive: true })
    for (const each of [...atOnce, ...late]) linkSync(join(root, each), join(folder, basename(each)))
    bundles.set(name, {
      folder,
      entry: join(folder, basename(path)),
      loadedAtOnce: Array.from(atOnce, part),
      loadedLate: late.map(part),
    })
  }
  cpSync(join(root, 'node_modules/pdfjs-dist/cmaps'), join(outdir, READER, 'cmaps'), { recursive: true })
  return bundles
}
