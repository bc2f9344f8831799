import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { countOf, ODF } from './names.ts'

export type ListLevel = {
  /** The first signs of the counting: `1`, `a`, `一, 二, 三, ...`; empty for none. */
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels the label shows, this one the last. */
  readonly shown: number
  /** LibreOffice's own spelling of the whole label, with `%1%` for the number of level 1. */
  readonly pattern: string | undefined
}
/** Levels from 1; a level of bullets has none. */
export type ListStyle = ReadonlyMap<number, ListLevel>

type Style = { readonly parent: string | undefined; hidden: boolean | undefined; breaksBefore: boolean }

const MOST_PARENTS = 20

/** What styles say of the text itself: which is hidden, what begins a page, how lists are numbered. */
export class Styles {
  readonly lists = new Map<string, ListStyle>()
  /** How headings are numbered. */
  outline: ListStyle = new Map()
  private readonly styles = new Map<string, Style>()

  /** Takes in the styles of a part; of `content.xml` those before the body. */
  take(part: Uint8Array): void {
    const xml = new XmlScanner(part, ODF)
    let style: Style | undefined
    let list = new Map<number, ListLevel>()
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token !== OPEN) continue
      switch (xml.name) {
        case 'office:body':
          return
        case 'style:style':
          style = this.add(xml)
          break
        case 'style:text-properties':
          if (style !== undefined && xml.ancestor(1) === 'style:style') style.hidden = hides(xml.attribute('text:display'))
          break
        case 'style:paragraph-properties':
        case 'style:table-properties':
          if (style !== undefined) style.breaksBefore ||= xml.attribute('fo:break-before') === 'page'
          break
        case 'text:list-style':
          list = new Map()
          this.lists.set(xml.attribute('style:name') ?? '', list)
          break
        case 'text:outline-style':
          list = new Map()
          this.outline = list
          break
        case 'text:list-level-style-number':
        case 'text:outline-level-style':
          list.set(countOf(xml.attribute('text:level')), levelOf(xml))
          break
      }
    }
  }

  isHidden(family: string, name: string | undefined): boolean {
    let style = this.styles.get(`${family} ${name}`)
    for (let steps = 0; style !== undefined && steps < MOST_PARENTS; steps++) {
      if (style.hidden !== undefined) return style.hidden
      style = this.styles.get(`${family} ${style.parent}`)
    }
    return false
  }

  breaksBefore(family: string, name: string | undefined): boolean {
    return this.styles.get(`${family} ${name}`)?.breaksBefore ?? false
  }

  private add(xml: XmlScanner): Style {
    const breaksBefore = (xml.attribute('style:master-page-name') ?? '') !== ''
    const style: Style = { parent: xml.attribute('style:parent-style-name'), hidden: undefined, breaksBefore }
    this.styles.set(`${xml.attribute('style:family')} ${xml.attribute('style:name')}`, style)
    return style
  }
}

const hides = (display: string | undefined): boolean | undefined => (display === undefined ? undefined : display === 'none')

const levelOf = (xml: XmlScanner): ListLevel => ({
  format: xml.attribute('style:num-format') ?? '',
  prefix: xml.attribute('style:num-prefix') ?? '',
  suffix: xml.attribute('style:num-suffix') ?? '',
  start: countOf(xml.attribute('text:start-value')),
  shown: countOf(xml.attribute('text:display-levels')),
  pattern: xml.attribute('loext:num-list-format'),
})
