import type { Traces } from '../../document/reading.ts'
import type { Vocabulary } from '../xml/namespaces.ts'
import { END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'

/** So many names are told, and so many letters of each: a file may hold anything. */
const [MOST_NAMES, MOST_LETTERS] = [10, 40]

/** What a format finds, before it is tidied. */
export type FoundTraces = {
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  readonly comments: readonly string[]
}

export const NO_TRACES: FoundTraces = { people: [], organisations: [], comments: [] }

const told = (names: readonly string[]): string[] => {
  const plain = names.map((name) => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()).filter((name) => name !== '')
  return [...new Set(plain.map((name) => Array.from(name).slice(0, MOST_LETTERS).join('')))].slice(0, MOST_NAMES)
}

/** Undefined where the file says nothing of anybody. `comments` has the author of each, empty where nobody is named. */
export const tidied = ({ people, organisations, comments }: FoundTraces): Traces | undefined => {
  const traces = { people: told(people), organisations: told(organisations), comments: comments.length, commenters: told(comments) }
  return traces.people.length + traces.organisations.length + traces.comments === 0 ? undefined : traces
}

/** The texts of the elements of these names in a part. */
export const textsIn = (part: Uint8Array | undefined, vocabulary: Vocabulary, names: readonly string[]): string[] => {
  if (part === undefined) return []
  const found: string[] = []
  const xml = new XmlScanner(part, vocabulary)
  for (let token = xml.next(); token !== END; token = xml.next())
    if (token === OPEN && names.includes(xml.name) && xml.next() === TEXT) found.push(xml.text())
  return found
}
