import { attributesOf } from './attributes.ts'
import { decodeEntities } from './entities.ts'

/** Namespaces that a reader knows, each with the prefix it calls them by; two namespaces may share one. */
export type Vocabulary = Readonly<Record<string, string>>

type Binding = { readonly prefix: string; readonly before: string | undefined; readonly depth: number }

/** What the file's prefixes mean at one place. */
export class NamespaceScope {
  private readonly vocabulary: Vocabulary
  /** The file's prefix → the vocabulary's, empty for a namespace it does not have; the default namespace has the prefix ''. */
  private readonly bound = new Map([['xml', 'xml']])
  private readonly undo: Binding[] = []

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** Takes in the declarations of the element at this depth; true where a prefix changed its meaning. */
  enter(tag: string, depth: number): boolean {
    let changed = false
    for (const [name, value] of attributesOf(tag)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
      const prefix = name.slice('xmlns:'.length)
      const namespace = decodeEntities(value)
      const known = Object.hasOwn(this.vocabulary, namespace) ? (this.vocabulary[namespace] ?? '') : ''
      const before = this.bound.get(prefix)
      if ((before ?? '') === known) continue
      this.undo.push({ prefix, before, depth })
      this.bound.set(prefix, known)
      changed = true
    }
    return changed
  }

  /** Forgets the declarations of the element at this depth; true where a prefix changed its meaning. */
  leave(depth: number): boolean {
    let changed = false
    for (let last = this.undo.at(-1); last !== undefined && last.depth === depth; last = this.undo.at(-1)) {
      this.undo.pop()
      this.bound.set(last.prefix, last.before ?? '')
      changed = true
    }
    return changed
  }

  /** An element's name with the vocabulary's prefix; empty where its namespace is not in the vocabulary. */
  elementName(written: string): string {
    const colon = written.indexOf(':')
    const known = this.bound.get(colon < 0 ? '' : written.slice(0, colon)) ?? ''
    return known === '' ? '' : `${known}:${written.slice(colon + 1)}`
  }

  /** The same for an attribute, which without a prefix is in no namespace and keeps its bare name. */
  attributeName(written: string): string {
    return written.includes(':') ? this.elementName(written) : written
  }
}
