import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { Stack, Stage } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { buildSync } from 'esbuild'
import { FUNCTION_NAMES, type FunctionName } from '../../shared/pipeline.ts'

const root = join(import.meta.dirname, '../..')

/** Reads files, and so needs beside its code what the PDF library looks up: where a Chinese font is not embedded, which characters its codes mean. */
const READER: FunctionName = 'parse-report'

/** A folder a function, each with a bundle of its own; made by one call, in which esbuild reads only once what the functions share. */
const bundle = (outdir: string): void => {
  buildSync({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(FUNCTION_NAMES.map((name) => [`${name}/index`, join(root, 'functions', name, 'lambda.ts')])),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true, // the SDK comes along: imports take half the time of the runtime's own
    format: 'esm',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    minify: true,
    sourcemap: true,
    sourcesContent: false,
  })
  cpSync(join(root, 'node_modules/pdfjs-dist/cmaps'), join(outdir, READER, 'cmaps'), { recursive: true })
}

/** Where the functions of each app were bundled. */
const bundled = new WeakMap<Stage, string>()

/** The code of a function; a line in its place where only the template is asked for, as by `cdk list`. */
export const codeOf = (scope: Construct, name: FunctionName): Code => {
  const stage = Stage.of(scope)
  if (stage === undefined || !Stack.of(scope).bundlingRequired) return Code.fromInline('// not bundled')
  const outdir = bundled.get(stage) ?? join(stage.outdir, 'functions')
  if (!bundled.has(stage)) bundle(outdir)
  bundled.set(stage, outdir)
  return Code.fromAsset(join(outdir, name))
}
