import type { Doubt } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { startDeadline } from '../deadline.ts'
import { type ReadLimits, tooMany, UnreadableError } from '../reader.ts'
import { type Run, seenText } from '../seen-text/seen-text.ts'
import { type Look, PLAIN_LOOK } from '../sheets/look.ts'
import { type Formatter, numberText } from '../sheets/number-text.ts'
import { doubtedWithin, MOST_COLUMNS, MOST_ROWS, type Range, type SheetCell, type SheetContent } from '../sheets/sheet-content.ts'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { mayHide, readRules } from './conditional-formats.ts'
import { readRuns } from './strings-part.ts'
import type { Condition } from './styles-part.ts'
import { isOn, SHEET } from './vocabulary.ts'

/** What the sheets of a workbook share. */
export type SharedParts = {
  readonly strings: readonly (readonly Run[])[]
  readonly looks: readonly Look[]
  readonly conditions: readonly Condition[]
  readonly formatter: Formatter
  readonly date1904: boolean
  /** The workbook asks to be calculated when it is opened: results stored in it may be none. */
  readonly isStale: boolean
}

/** Zero-based column of letters, `A` being 0. */
const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const placeOf = (reference: string): { readonly r: number; readonly c: number } => {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? []
  const place = { r: Number(row) - 1, c: columnOf(letters ?? '') }
  if (!(place.r >= 0 && place.r < MOST_ROWS && place.c >= 0 && place.c < MOST_COLUMNS)) throw new UnreadableError('damaged')
  return place
}

const rangeOf = (reference: string): Range => {
  const [first = '', last = first] = reference.split(':')
  return { s: placeOf(first), e: placeOf(last) }
}

/** A cell as the part states it. */
type StatedCell = {
  readonly type: string
  readonly value: string
  readonly runs: readonly Run[]
  readonly look: Look
  readonly hasFormula: boolean
}

/** Walks the part of one sheet in a loop. */
class SheetReader {
  cells: SheetCell[] = []
  /** Of the cells, one by one. */
  private readonly looks: Look[] = []
  readonly merges: Range[] = []
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns: boolean[] = []
  readonly remarks = new Set<Remark>()
  hasDrawing = false
  private readonly xml: XmlScanner
  private readonly shared: SharedParts
  private readonly limits: ReadLimits
  private count = 0
  private row = -1
  private column = -1

  constructor(part: Uint8Array, shared: SharedParts, limits: ReadLimits) {
    this.xml = new XmlScanner(part, SHEET)
    this.shared = shared
    this.limits = limits
  }

  read(): void {
    const { xml } = this
    const step = startDeadline(this.limits)
    let isSheet = false
    for (let token = xml.next(); token !== END; token = xml.next()) {
      if (token !== OPEN) continue
      step()
      isSheet ||= xml.name === 's:worksheet'
      if (xml.name === 's:c') this.readCell()
      else if (xml.name === 's:row') this.readRow()
      else if (xml.name === 's:col') this.readColumns()
      else if (xml.name === 's:mergeCell') {
        this.countOne()
        this.merges.push(rangeOf(xml.attribute('ref') ?? ''))
      } else if (xml.name === 's:drawing') this.hasDrawing = true
      else if (xml.name === 's:conditionalFormatting') this.readConditions(step)
    }
    if (!isSheet) throw new UnreadableError('damaged')
  }

  /** They stand behind the cells. */
  private readConditions(step: () => void): void {
    const { xml, looks } = this
    const rules = readRules(xml, this.shared.conditions)
    const ranges = rules.cells.split(/\s+/).flatMap((reference) => (reference === '' ? [] : [rangeOf(reference)]))
    for (const _ of ranges) this.countOne()
    if (rules.conditions.length === 0 && !rules.hideValues) return
    const hiding = new Map<Look, boolean>()
    const hides = (look: Look): boolean => {
      const known = hiding.get(look) ?? mayHide(rules, look)
      hiding.set(look, known)
      return known
    }
    this.cells = doubtedWithin(this.cells, ranges, 'shown-otherwise', { step, isMeant: (index) => hides(looks[index] ?? PLAIN_LOOK) })
  }

  private countOne(): void {
    if (++this.count > this.limits.cells) throw new UnreadableError('too-complex', tooMany(this.limits))
  }

  private readRow(): void {
    this.countOne()
    const { xml } = this
    const stated = xml.attribute('r')
    this.row = stated === undefined ? this.row + 1 : Number(stated) - 1
    this.column = -1
    if (!(Number.isInteger(this.row) && this.row >= 0 && this.row < MOST_ROWS)) throw new UnreadableError('damaged')
    if (isOn(xml.attribute('hidden')) || Number(xml.attribute('ht') ?? Number.NaN) === 0) this.hiddenRows.add(this.row)
  }

  private readColumns(): void {
    const { xml, hiddenColumns } = this
    const [from, to] = [Number(xml.attribute('min')) - 1, Number(xml.attribute('max')) - 1]
    if (!(from >= 0 && to < MOST_COLUMNS)) throw new UnreadableError('damaged')
    if (!isOn(xml.attribute('hidden')) && Number(xml.attribute('width') ?? Number.NaN) !== 0) return
    while (hiddenColumns.length <= to) hiddenColumns.push(false)
    hiddenColumns.fill(true, from, to + 1)
  }

  private readCell(): void {
    this.countOne()
    const { xml, shared } = this
    const reference = xml.attribute('r')
    const place = reference === undefined ? { r: Math.max(0, this.row), c: this.column + 1 } : placeOf(reference)
    this.column = place.c
    const type = xml.attribute('t') ?? 'n'
    const look = shared.looks[Number(xml.attribute('s') ?? 0)] ?? PLAIN_LOOK
    const depth = xml.depth
    let [value, runs, hasFormula, isValue]: [string, readonly Run[], boolean, boolean] = ['', [], false, false]
    for (let token = xml.next(); token !== END && !(token === CLOSE && xml.depth < depth); token = xml.next()) {
      if (token === TEXT) value += isValue ? xml.text() : ''
      else if (token === OPEN && xml.name === 's:is') runs = readRuns(xml)
      else {
        hasFormula ||= xml.name === 's:f'
        isValue = token === OPEN && xml.name === 's:v'
      }
    }
    const shown = this.shown({ type, value, runs, look, hasFormula })
    if (shown.text === '' && shown.doubt === undefined) return
    this.cells.push({ row: place.r, column: place.c, ...shown })
    this.looks.push(look)
  }

  private shown({ type, value, runs, look, hasFormula }: StatedCell): { readonly text: string; readonly doubt?: Doubt } {
    const isStale = hasFormula && (this.shared.isStale || (value === '' && type !== 'str'))
    const { text, doubt } = this.stated(type, value, look)
    const { text: seen, leftOut } = seenText(text === undefined ? runs : typeof text === 'string' ? [{ text }] : text, look)
    for (const remark of leftOut) this.remarks.add(remark)
    const doubted = isStale ? 'stale-formula' : doubt
    return { text: seen, ...(doubted && leftOut.length === 0 && { doubt: doubted }) }
  }

  /** The text of a cell's value, as runs where it is shared; undefined where it stands in the cell itself. */
  private stated(type: string, value: string, look: Look): { readonly text?: string | readonly Run[]; readonly doubt?: Doubt } {
    if (type === 'inlineStr') return {}
    if (type === 's') {
      const text = value === '' ? '' : this.shared.strings[Number(value)]
      if (text === undefined) throw new UnreadableError('damaged')
      return { text }
    }
    if (type === 'b') return { text: value === '' ? '' : isOn(value) ? 'TRUE' : 'FALSE' }
    if (type !== 'n' || value.trim() === '') return { text: type === 'n' ? '' : value.replaceAll('\r\n', '\n') }
    const number = Number(value)
    if (Number.isNaN(number)) throw new UnreadableError('damaged')
    return numberText(number, look.format, this.shared.formatter, this.shared.date1904)
  }
}

/** Reads the part of one sheet: what stands in its cells as Excel shows it. `hasDrawing` where pictures may be drawn on it. */
export const readSheet = (
  part: Uint8Array,
  shared: SharedParts,
  limits: ReadLimits,
): { readonly content: SheetContent; readonly hasDrawing: boolean } => {
  const content = new SheetReader(part, shared, limits)
  content.read()
  return { content, hasDrawing: content.hasDrawing }
}
