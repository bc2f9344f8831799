import { looksAlike, SMALLEST_POINTS, WHITE } from '../seen-text/seen-text.ts'
import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { isOn, levelIndex, OOXML } from './names.ts'
import { type Color, fillOf, over, TAKE_TEXT_PROPERTY, type TextProperties } from './text-properties.ts'

/** What a style says of automatic numbers and of what is seen. */
export type Style = {
  basedOn?: string | undefined
  numId?: string | undefined
  level?: number
  readonly text: TextProperties
  /** What lies behind a paragraph, or behind the cells of a table. */
  ground?: Color
  /** A style of tables that sets some cells otherwise: their ground, or their text. */
  variesGround?: boolean
  variesText?: boolean
}

const MAX_BASED_ON = 20
/** Percent of their width below which letters are lines. */
export const NARROWEST = 5
/** Where shading stands that lies behind all of a paragraph or a table. */
const GROUNDS = new Set(['w:pPr', 'w:tcPr', 'w:tblPr'])

/** Two styles that both switch such a property on switch it off again. */
export const isToggled = (one: boolean | undefined, other: boolean | undefined): boolean => (one ?? false) !== (other ?? false)

export class Styles {
  readonly byId = new Map<string, Style>()
  /** What holds where no style says otherwise. */
  readonly defaults: TextProperties = {}
  /** The styles of paragraphs and tables that name none. */
  readonly usual = new Map<string, string>()
  private readonly texts = new Map<string | undefined, TextProperties>()
  private readonly bases = new Map<string, TextProperties>()

  /** A style and those that it is based on, nearest first. */
  chain(id: string | undefined): readonly Style[] {
    const chain: Style[] = []
    for (let next = id; next !== undefined && chain.length < MAX_BASED_ON; ) {
      const style = this.byId.get(next)
      if (style === undefined) break
      chain.push(style)
      next = style.basedOn
    }
    return chain
  }

  /** How a style with those that it is based on sets text. */
  text(id: string | undefined): TextProperties {
    let text = this.texts.get(id)
    if (text === undefined) {
      text = this.chain(id).reduceRight<TextProperties>((base, style) => over(base, style.text), {})
      this.texts.set(id, text)
    }
    return text
  }

  /** How the styles of a table and of a paragraph in it set text. */
  base(table: string | undefined, paragraph: string | undefined): TextProperties {
    const key = `${table}\n${paragraph}`
    let base = this.bases.get(key)
    if (base === undefined) {
      const [below, above] = [this.text(table), this.text(paragraph)]
      base = {
        ...over(over(this.defaults, below), above),
        hidden: isToggled(below.hidden, above.hidden),
        struck: isToggled(below.struck, above.struck),
      }
      this.bases.set(key, base)
    }
    return base
  }

  ground(id: string | undefined): Color | undefined {
    for (const { ground } of this.chain(id)) if (ground !== undefined && ground !== 'none') return ground
    return undefined
  }

  /** Whether a style of tables sets some of their cells otherwise. */
  varies(id: string | undefined): { readonly ground: boolean; readonly text: boolean } {
    const chain = this.chain(id)
    return { ground: chain.some(({ variesGround }) => variesGround === true), text: chain.some(({ variesText }) => variesText === true) }
  }
}

const TELLING: readonly (keyof TextProperties)[] = ['hidden', 'struck', 'struckTwice', 'vertical', 'position']

/** Takes in what a part of a table style (`w:tblStylePr`) says, to its end. */
const takeCondition = (style: Style, xml: XmlScanner): void => {
  const depth = xml.depth
  const text: TextProperties = {}
  let isFilled = false
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'w:shd' && xml.ancestor(1) !== 'w:rPr') isFilled ||= fillOf(xml) !== 'none'
    else if (xml.ancestor(1) === 'w:rPr') TAKE_TEXT_PROPERTY[xml.name]?.(text, xml)
  }
  style.variesGround ||= isFilled
  style.variesText ||= TELLING.some((name) => text[name] !== undefined) || (!isFilled && mayVanish(text))
}

/** Letters in white, or too small or narrow to be seen, where nothing is said of their ground. */
const mayVanish = ({ color, size, width, unpainted }: TextProperties): boolean =>
  (color !== undefined && color !== 'auto' && looksAlike(color, WHITE)) ||
  (size !== undefined && size <= SMALLEST_POINTS * 2) ||
  (width !== undefined && width < NARROWEST) ||
  unpainted === true

const addStyle = (styles: Styles, xml: XmlScanner): Style => {
  const style: Style = { text: {} }
  const id = xml.attribute('w:styleId') ?? ''
  styles.byId.set(id, style)
  const isUsual = xml.attribute('w:default')
  if (isUsual !== undefined && isOn(isUsual)) styles.usual.set(xml.attribute('w:type') ?? 'paragraph', id)
  return style
}

/** Reads `styles.xml`. */
export const readStyles = (part: Uint8Array): Styles => {
  const styles = new Styles()
  const xml = new XmlScanner(part, OOXML)
  let style: Style = { text: styles.defaults }
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    switch (xml.name) {
      case 'w:style':
        style = addStyle(styles, xml)
        break
      case 'w:latentStyles':
      case 'w:pPrChange':
      case 'w:rPrChange':
        xml.skip()
        break
      case 'w:tblStylePr':
        takeCondition(style, xml)
        break
      case 'w:basedOn':
        style.basedOn = xml.value()
        break
      case 'w:numId':
        style.numId = xml.value()
        break
      case 'w:ilvl':
        style.level = levelIndex(xml.value())
        break
      default:
        if (xml.ancestor(1) === 'w:rPr' || xml.name.startsWith('w14:')) TAKE_TEXT_PROPERTY[xml.name]?.(style.text, xml)
        else if (xml.name === 'w:shd' && GROUNDS.has(xml.ancestor(1))) style.ground = fillOf(xml)
    }
  }
  return styles
}
