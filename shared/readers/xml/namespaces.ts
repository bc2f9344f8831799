import { decodeEntities } from './entities.ts'

/** Namespaces that a reader knows, each with the prefix it calls them by; two namespaces may share one. */
export type Vocabulary = Readonly<Record<string, string>>

type Binding = { readonly prefix: string; readonly before: string | undefined; readonly depth: number }

const DECLARATION = /\bxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** What the file's prefixes mean at one place, and with it what its names are called in the vocabulary. */
export class NamespaceScope {
  private readonly xml: string
  private readonly vocabulary: Vocabulary
  /** The file's prefix → the vocabulary's; the default namespace has the prefix ''. */
  private readonly bound = new Map<string, string>()
  private readonly undo: Binding[] = []
  private elementNames = new Map<string, string>()
  private attributeNames = new Map<string, string>()
  /** Where the next declaration stands, so that the tags without one cost nothing. */
  private declaration: number

  constructor(xml: string, vocabulary: Vocabulary) {
    this.xml = xml
    this.vocabulary = vocabulary
    this.declaration = xml.indexOf('xmlns')
    this.bound.set('xml', 'xml')
  }

  /** Takes in the declarations of a tag whose attributes stand between `from` and `to`. */
  enter(from: number, to: number, depth: number): void {
    if (this.declaration < 0 || this.declaration >= to) return
    if (this.declaration >= from)
      for (const [, prefix = '', double, single] of this.xml.slice(from, to).matchAll(DECLARATION)) {
        this.undo.push({ prefix, before: this.bound.get(prefix), depth })
        this.bind(prefix, this.vocabulary[decodeEntities(double ?? single ?? '')] ?? '')
      }
    this.declaration = this.xml.indexOf('xmlns', to)
  }

  /** Forgets the declarations of the element at this depth. */
  leave(depth: number): void {
    for (let last = this.undo.at(-1); last !== undefined && last.depth === depth; last = this.undo.at(-1)) {
      this.undo.pop()
      this.bind(last.prefix, last.before)
    }
  }

  elementName(raw: string): string {
    let name = this.elementNames.get(raw)
    if (name === undefined) {
      name = this.translate(raw, raw.indexOf(':'))
      this.elementNames.set(raw, name)
    }
    return name
  }

  attributeName(raw: string): string {
    let name = this.attributeNames.get(raw)
    if (name === undefined) {
      const colon = raw.indexOf(':')
      name = colon < 0 ? raw : this.translate(raw, colon)
      this.attributeNames.set(raw, name)
    }
    return name
  }

  private translate(raw: string, colon: number): string {
    const known = this.bound.get(colon < 0 ? '' : raw.slice(0, colon)) ?? ''
    return known === '' ? '' : `${known}:${raw.slice(colon + 1)}`
  }

  private bind(prefix: string, known: string | undefined): void {
    if (this.bound.get(prefix) === known) return
    if (known === undefined) this.bound.delete(prefix)
    else this.bound.set(prefix, known)
    this.elementNames = new Map()
    this.attributeNames = new Map()
  }
}
