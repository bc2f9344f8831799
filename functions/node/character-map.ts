import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { CharacterMap } from '../../shared/readers/character-map.ts'

/** A deployed function has the maps in this folder beside its code; everywhere else they lie in the package. */
const BESIDE = join(import.meta.dirname, 'cmaps')

const folders = (): string[] => {
  try {
    return [join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps'), BESIDE]
  } catch {
    return [BESIDE]
  }
}

/** Reads character maps from the files that come with the PDF library. */
export const characterMap: CharacterMap = async (file) => {
  const [first = BESIDE, second = BESIDE] = folders()
  return readFile(join(first, file)).catch(() => readFile(join(second, file)))
}
