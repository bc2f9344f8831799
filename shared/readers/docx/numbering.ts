import { formatNumber } from '../list-numbers/number-formats.ts'
import type { AbstractList, Level, List, NumberingPart } from './numbering-part.ts'
import type { Styles } from './styles.ts'

/** What a paragraph says of its number; a number list of '0' takes away the one of its style. */
export type NumberingReference = { style: string | undefined; numId: string | undefined; level: number | undefined }

const MAX_BASED_ON = 20
const NO_LIST = '0'

/** Counts the automatic numbers of a document, whose labels stand in no text: call `label` once for each paragraph, in order. */
export class Numbering {
  private readonly abstracts: ReadonlyMap<string, AbstractList>
  private readonly lists: ReadonlyMap<string, List>
  private readonly styles: Styles
  /** The count of each level, by abstract list: lists that share one go on counting. */
  private readonly counts = new Map<AbstractList, number[]>()
  private readonly begun = new Set<List>()

  constructor({ abstracts, lists }: NumberingPart, styles: Styles) {
    this.abstracts = abstracts
    this.lists = lists
    this.styles = styles
  }

  /** The label in front of the paragraph as Word shows it, such as `一、`; empty where there is none or it is a bullet. */
  label(reference: NumberingReference): string {
    const byStyle = reference.numId === undefined ? this.listOfStyle(reference.style) : undefined
    const numId = reference.numId ?? byStyle?.numId
    const list = numId === undefined || numId === NO_LIST ? undefined : this.lists.get(numId)
    const abstract = list && this.abstractOf(list)
    if (list === undefined || abstract === undefined) return ''
    const index = reference.level ?? byStyle?.level ?? this.levelOfStyle(abstract, byStyle?.bearer) ?? 0
    const level = levelAt(list, abstract, index)
    if (level === undefined) return ''
    const counts = this.count(list, abstract, index)
    if (level.format === 'bullet') return ''
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = level.legal ? 'decimal' : (levelAt(list, abstract, at)?.format ?? 'decimal')
      return formatNumber(format, counts[at] ?? 1)
    })
    // Behind a mark Word's tab says nothing; behind a bare number it keeps number and text apart.
    return level.suffix !== 'nothing' && /[\p{L}\p{N}]$/u.test(label) ? `${label} ` : label
  }

  private count(list: List, abstract: AbstractList, index: number): number[] {
    const counts = this.counts.get(abstract) ?? []
    this.counts.set(abstract, counts)
    if (!this.begun.has(list)) for (const [at, start] of list.starts) counts[at] = start - 1
    this.begun.add(list)
    const startOf = (at: number): number => levelAt(list, abstract, at)?.start ?? 1
    for (let above = 0; above < index; above++) counts[above] ??= startOf(above)
    counts[index] = (counts[index] ?? startOf(index) - 1) + 1
    for (let below = index + 1; below < counts.length; below++) {
      const restartsAfter = levelAt(list, abstract, below)?.restartsAfter ?? below
      if (index < restartsAfter) delete counts[below]
    }
    return counts
  }

  private abstractOf({ abstractId }: List): AbstractList | undefined {
    const abstract = this.abstracts.get(abstractId)
    if (abstract?.styleLink === undefined) return abstract
    const linked = this.lists.get(this.styles.byId.get(abstract.styleLink)?.numId ?? '')
    return this.abstracts.get(linked?.abstractId ?? '')
  }

  /** The list of the style or of the nearest style that it is based on, and the style that bears it. */
  private listOfStyle(id: string | undefined): { numId: string; level: number | undefined; bearer: string } | undefined {
    let bearer = id
    for (let steps = 0; bearer !== undefined && steps < MAX_BASED_ON; steps++) {
      const style = this.styles.byId.get(bearer)
      if (style?.numId !== undefined) return { numId: style.numId, level: style.level, bearer }
      bearer = style?.basedOn
    }
    return undefined
  }

  private levelOfStyle({ levels }: AbstractList, style: string | undefined): number | undefined {
    if (style === undefined) return undefined
    for (const [index, level] of levels) if (level.style === style) return index
    return undefined
  }
}

const levelAt = (list: List, abstract: AbstractList, index: number): Level | undefined =>
  list.levels.get(index) ?? abstract.levels.get(index)
