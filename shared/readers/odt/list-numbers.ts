import { formatNumber } from '../list-numbers/number-formats.ts'
import type { ListLevel, ListStyle, Styles } from './styles.ts'

/** OpenDocument names a way of counting by its first numbers; these are Word's names for the same. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '１': 'decimalFullWidth',
  '①': 'decimalEnclosedCircle',
  一: 'chineseCountingThousand',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
}

const printed = ({ format }: ListLevel, count: number): string =>
  format === '' ? '' : formatNumber(FORMATS[format.charAt(0)] ?? 'decimal', count)

const labelOf = (style: ListStyle, counts: readonly number[], index: number): string => {
  const level = style.get(index)
  if (level === undefined || (level.format === '' && level.pattern === undefined)) return ''
  const number = (at: number): string => {
    const each = style.get(at)
    return each === undefined ? '' : printed(each, counts[at] ?? each.start)
  }
  if (level.pattern !== undefined) return level.pattern.replace(/%(\d{1,2})%/g, (_, at: string) => number(Number(at)))
  const shown = Array.from({ length: Math.min(level.shown, index) }, (_, offset) =>
    number(index - Math.min(level.shown, index) + 1 + offset),
  )
  return level.prefix + shown.filter((text) => text !== '').join('.') + level.suffix
}

/** A list that is open; lists in it are its further levels. */
type OpenList = { readonly style: string; item: 'numbered' | 'told' | 'unnumbered' | undefined; start: number | undefined }

/** Counts the numbers of lists and headings, which stand in no text. */
export class ListNumbers {
  private readonly styles: Styles
  private readonly open: OpenList[] = []
  /** The counts of each level from 1, by list style; those of headings under an empty name. */
  private readonly counts = new Map<string, number[]>()

  constructor(styles: Styles) {
    this.styles = styles
  }

  openList(style: string | undefined, goesOn: boolean): void {
    const name = style ?? this.open.at(-1)?.style ?? ''
    if (this.open.length === 0 && !goesOn) this.counts.delete(name)
    this.open.push({ style: name, item: undefined, start: undefined })
  }

  closeList(): void {
    this.open.pop()
  }

  openItem(numbered: boolean, start: number | undefined): void {
    const list = this.open.at(-1)
    if (list === undefined) return
    list.item = numbered ? 'numbered' : 'unnumbered'
    list.start = start
  }

  /** The number in front of a paragraph: of the item that it is the first of, or of the heading that it is. */
  label(headingLevel: number | undefined): string {
    const list = this.open.at(-1)
    if (list === undefined) return headingLevel === undefined ? '' : this.next('', this.styles.outline, headingLevel, undefined)
    if (list.item !== 'numbered') return ''
    list.item = 'told'
    const style = this.styles.lists.get(list.style)
    return style === undefined ? '' : this.next(list.style, style, this.open.length, list.start)
  }

  private next(name: string, style: ListStyle, index: number, start: number | undefined): string {
    const counts = this.counts.get(name) ?? []
    this.counts.set(name, counts)
    for (let above = 1; above < index; above++) counts[above] ??= style.get(above)?.start ?? 1
    counts[index] = start ?? (counts[index] ?? (style.get(index)?.start ?? 1) - 1) + 1
    counts.length = index + 1
    const label = labelOf(style, counts, index)
    return /[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label
  }
}
