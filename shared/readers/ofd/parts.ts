import { UnreadableError } from '../reader.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import type { Zip } from '../zip/zip.ts'

/** A name as programs compare it: `Doc_0\Pages` and `/doc_0/pages` are one. */
const folded = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .toLowerCase()

/** Names of a package by what they are compared by; where two are alike, neither stands for the other. */
const foldedNames = new WeakMap<Zip, ReadonlyMap<string, string | undefined>>()

const namesOf = (zip: Zip): ReadonlyMap<string, string | undefined> => {
  const known = foldedNames.get(zip)
  if (known !== undefined) return known
  const names = new Map<string, string | undefined>()
  for (const name of zip.names) names.set(folded(name), names.has(folded(name)) ? undefined : name)
  foldedNames.set(zip, names)
  return names
}

/** A part by its name, however that is written; undefined where the package has none. */
export const readPartIfThere = async (zip: Zip, name: string): Promise<Uint8Array | undefined> => {
  const bytes = await zip.read(zip.has(name) ? name : (namesOf(zip).get(folded(name)) ?? name))
  return bytes && xmlBytes(bytes)
}

export const readPart = async (zip: Zip, name: string): Promise<Uint8Array> => {
  const part = await readPartIfThere(zip, name)
  if (part === undefined) throw new UnreadableError('damaged')
  return part
}

/** A place in the package, told from the part that names it. */
export const resolve = (from: string, place: string): string => {
  const stated = place.trim().replaceAll('\\', '/')
  const path = stated.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of stated.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
