import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PLACE = /(?:file:\/\/)?[^\s()]*?([\w-]+\.mjs):(\d+):(\d+)/g

const sourceAt = (maps: string, file: string, line: number, column: number): string | undefined => {
  try {
    const map = join(maps, `${file}.map`)
    const entry = new SourceMap(JSON.parse(readFileSync(map, 'utf8'))).findEntry(line - 1, column - 1)
    if (!('originalSource' in entry)) return undefined
    return `${relative('', resolve(maps, entry.originalSource))}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  } catch {
    return undefined
  }
}

/** A stack trace of a deployed function with the places of the sources, by the maps that `cdk synth` left in `cdk.out/functions/maps`. */
export const sourcesOfTrace = (trace: string, maps: string): string =>
  trace.replace(PLACE, (place, file: string, line: string, column: string) => sourceAt(maps, file, Number(line), Number(column)) ?? place)

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(sourcesOfTrace(readFileSync(0, 'utf8'), process.argv[2] ?? 'cdk.out/functions/maps'))
