/** A layer of a file, or a rule over several, as the library names it. */
export type ContentGroup = { readonly type?: string; readonly id?: string; readonly ids?: readonly string[] } | null

/** Tells which layers of a file are shown. */
export type IsShown = (group: ContentGroup) => boolean

type Mark = { readonly hidden: boolean; readonly artifact: boolean }

/** Follows the marks around pieces of content: those of layers that may be off, and those that call a piece decoration. */
export class MarkedContent {
  private readonly open: Mark[] = []
  private readonly isShown: IsShown

  constructor(isShown: IsShown) {
    this.isShown = isShown
  }

  get hidden(): boolean {
    return this.open.at(-1)?.hidden ?? false
  }

  get artifact(): boolean {
    return this.open.at(-1)?.artifact ?? false
  }

  begin(tag: string, properties?: unknown): void {
    const hidden = tag === 'OC' && !this.isShown(properties as ContentGroup)
    this.open.push({ hidden: this.hidden || hidden, artifact: this.artifact || tag === 'Artifact' })
  }

  end(): void {
    this.open.pop()
  }
}
