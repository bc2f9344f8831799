/** Conditional formats: whether their conditions hold is not worked out, so what they may hide is not certain. */
import { looksAlike } from '../seen-text/seen-text.ts'
import type { Look } from '../sheets/look.ts'
import { CLOSE, END, OPEN, TEXT, type XmlScanner } from '../xml/scanner.ts'
import { type Condition, readCondition } from './styles-part.ts'
import { isOn } from './vocabulary.ts'

/** What the rules of one element `conditionalFormatting` may do to cells. */
export type Rules = {
  /** References to the cells, with blanks between. */
  readonly cells: string
  readonly conditions: readonly Condition[]
  readonly hideValues: boolean
}

const isNotShown = (value: string | undefined): boolean => value !== undefined && !isOn(value)

/** Reads the element `conditionalFormatting` just opened, to its end. */
export const readRules = (xml: XmlScanner, known: readonly Condition[]): Rules => {
  const conditions: Condition[] = []
  let hideValues = false
  let cells = xml.attribute('sqref') ?? ''
  const depth = xml.depth
  for (let token = xml.next(); token !== END && !(token === CLOSE && xml.depth < depth); token = xml.next()) {
    if (token !== OPEN) continue
    const condition = xml.name === 's:cfRule' ? known[Number(xml.attribute('dxfId') ?? Number.NaN)] : undefined
    if (condition !== undefined) conditions.push(condition)
    // Programs since Excel 2010 state the look, and behind the rules the cells, in elements of their own.
    if (xml.name === 's:dxf') conditions.push(readCondition(xml))
    if (xml.name === 'xm:sqref' && xml.next() === TEXT) cells = xml.text()
    // Bars and icons may take the place of the figures.
    if (xml.name === 's:dataBar' || xml.name === 's:iconSet') hideValues ||= isNotShown(xml.attribute('showValue'))
  }
  return { cells, conditions, hideValues }
}

/** Whether a cell of this look may be shown otherwise than its value says. */
export const mayHide = ({ conditions, hideValues }: Rules, { font, background }: Look): boolean =>
  hideValues ||
  conditions.some(
    (condition) =>
      condition.struck ||
      condition.changesNumber ||
      ((condition.color !== undefined || condition.background !== undefined) &&
        looksAlike(condition.color ?? font.color, condition.background ?? background)),
  )
