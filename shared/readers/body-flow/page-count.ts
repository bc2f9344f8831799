import type { Source } from '../../document/document.ts'

/**
 * Counts pages by the breaks that the file notes: where Word's layout last began a page, and where a person broke one.
 * A file without any says nothing of pages, and no place in it has one.
 */
export class PageCount {
  current = 1
  /** Nothing was said yet on this page, which a person's break began: Word notes the same page once more. */
  private fresh = false
  /** Places before the first break: page 1 once there is one, else none. */
  private unpaged: { page?: number }[] | undefined = []

  turn(by: 'layout' | 'person'): void {
    if (by === 'layout' && this.fresh) {
      this.fresh = false
      return
    }
    this.current++
    this.fresh = by === 'person'
    for (const place of this.unpaged ?? []) place.page = 1
    this.unpaged = undefined
  }

  /** Text came, so that the next break of either kind is another page. */
  goOn(text: string): void {
    if (this.fresh && text.trim() !== '') this.fresh = false
  }

  /** A place in the file with its page, where pages are known. */
  place(place: Source, page: number): Source {
    if (this.unpaged === undefined) return { ...place, page }
    const copy = { ...place }
    this.unpaged.push(copy)
    return copy
  }
}
