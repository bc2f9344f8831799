import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { countOf, ODF } from './names.ts'
import { type Color, colorOf, pointsOf, readTextProperties, type TextProperties } from './text-properties.ts'

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

type Style = {
  readonly parent: string | undefined
  text: TextProperties
  /** What lies behind a paragraph, cell, row or table; `auto` for nothing. */
  ground: Color | undefined
  breaksBefore: boolean
  /** A row that is too low for a letter. */
  flat: boolean
}

/** Points: a row that is lower shows nothing of a letter. */
const LOWEST_ROW = 2

const MOST_PARENTS = 20

/** What styles say of the text itself: how it is seen, what begins a page, how lists are numbered. */
export class Styles {
  readonly lists = new Map<string, ListStyle>()
  /** How headings are numbered. */
  outline: ListStyle = new Map()
  private readonly styles = new Map<string, Style>()
  private readonly texts = new Map<string, TextProperties>()

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
        case 'style:default-style':
          style = this.add(xml)
          break
        case 'style:text-properties':
          if (style !== undefined && IS_STYLE.test(xml.ancestor(1))) style.text = readTextProperties(xml)
          break
        case 'style:paragraph-properties':
        case 'style:table-properties':
        case 'style:table-row-properties':
        case 'style:table-cell-properties':
          if (style !== undefined) takeLayout(style, xml)
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

  /** How a style with its parents sets text; those of paragraphs rest on what is usual for them. */
  text(family: string, name: string | undefined): TextProperties {
    const key = `${family} ${name}`
    const known = this.texts.get(key)
    if (known !== undefined) return known
    const usual = family === 'paragraph' ? this.styles.get('paragraph undefined')?.text : undefined
    const styles = this.chain(family, name).map((style) => style.text)
    const text: TextProperties = Object.assign({}, usual, ...styles.toReversed())
    this.texts.set(key, text)
    return text
  }

  /** What a style with its parents lays behind what it is of; undefined for nothing. */
  ground(family: string, name: string | undefined): Color | undefined {
    const ground = this.chain(family, name).find((style) => style.ground !== undefined)?.ground
    return ground === 'auto' ? undefined : ground
  }

  isFlatRow(name: string | undefined): boolean {
    return this.styles.get(`table-row ${name}`)?.flat ?? false
  }

  breaksBefore(family: string, name: string | undefined): boolean {
    return this.styles.get(`${family} ${name}`)?.breaksBefore ?? false
  }

  private add(xml: XmlScanner): Style {
    const breaksBefore = (xml.attribute('style:master-page-name') ?? '') !== ''
    const style: Style = { parent: xml.attribute('style:parent-style-name'), text: {}, ground: undefined, breaksBefore, flat: false }
    this.styles.set(`${xml.attribute('style:family')} ${xml.attribute('style:name')}`, style)
    return style
  }

  private chain(family: string, name: string | undefined): readonly Style[] {
    const chain: Style[] = []
    let style = this.styles.get(`${family} ${name}`)
    while (style !== undefined && chain.length < MOST_PARENTS) {
      chain.push(style)
      style = style.parent === undefined ? undefined : this.styles.get(`${family} ${style.parent}`)
    }
    return chain
  }
}

const IS_STYLE = /^style:(?:default-)?style$/

const takeLayout = (style: Style, xml: XmlScanner): void => {
  style.breaksBefore ||= xml.attribute('fo:break-before') === 'page'
  const ground = xml.attribute('fo:background-color')
  if (ground !== undefined) style.ground = colorOf(ground)
  style.flat = (pointsOf(xml.attribute('style:row-height')) ?? LOWEST_ROW) < LOWEST_ROW
}

const levelOf = (xml: XmlScanner): ListLevel => ({
  format: xml.attribute('style:num-format') ?? '',
  prefix: xml.attribute('style:num-prefix') ?? '',
  suffix: xml.attribute('style:num-suffix') ?? '',
  start: countOf(xml.attribute('text:start-value')),
  shown: countOf(xml.attribute('text:display-levels')),
  pattern: xml.attribute('loext:num-list-format'),
})
