import type { ByteView } from '../compound-file/byte-view.ts'
import type { Font } from '../seen-text/seen-text.ts'
import { AUTOMATIC, WORD_FONT } from '../word-flow/draft-paragraph.ts'
import { fullColor, numberedColor, shading, shading80 } from './colors.ts'
import { type Modifier, modifiersOf } from './modifiers.ts'
import { NO_STYLE, type Styles } from './styles.ts'

type Switch = 'special' | 'fieldData' | 'deleted' | 'inserted' | 'hidden' | 'struck' | 'struckTwice'

type Setting = Readonly<Record<Switch, boolean>> & {
  readonly script: Font['set']
  /** Half points above the line. */
  readonly above: number
  readonly halfPoints: number
  readonly color: string
  readonly ground: string | undefined
  readonly highlight: string | undefined
  /** Number of the font of letters that are no Chinese. */
  readonly fontNumber: number | undefined
  /** Where the data of a field of a form stand in the stream `Data`. */
  readonly dataAt: number | undefined
  readonly symbol: { readonly fontNumber: number; readonly code: number } | undefined
}

/**
 * How a character is set. `special`: its code stands for something else than its letter, a picture or a field's mark; `fieldData`: it is no
 * picture, but holds data of a form's field.
 */
export type CharacterProperties = Pick<
  Setting,
  'special' | 'fieldData' | 'deleted' | 'inserted' | 'hidden' | 'fontNumber' | 'dataAt' | 'symbol'
> & {
  readonly font: Font
}

const NONE: Setting = {
  special: false,
  fieldData: false,
  deleted: false,
  inserted: false,
  hidden: false,
  struck: false,
  struckTwice: false,
  script: 'on-line',
  above: 0,
  halfPoints: WORD_FONT.size * 2,
  color: AUTOMATIC,
  ground: undefined,
  highlight: undefined,
  fontNumber: undefined,
  dataAt: undefined,
  symbol: undefined,
}

const SWITCHES = new Map<number, Switch>([
  [0x0855, 'special'],
  [0x0806, 'fieldData'],
  [0x0800, 'deleted'],
  [0x0801, 'inserted'],
  [0x083c, 'hidden'],
  [0x0837, 'struck'],
  [0x2a53, 'struckTwice'],
])

/** What a switch comes to: off, on, as the style has it, or the opposite of that. */
const switched = (operand: number, inStyle: boolean): boolean => {
  if (operand === 0x80) return inStyle
  return operand === 0x81 ? !inStyle : operand !== 0
}

const SCRIPTS = ['on-line', 'raised', 'lowered'] as const

/** The changes that matter here, by their code in [MS-DOC]. */
const CHANGES = new Map<number, (list: ByteView, modifier: Modifier) => Partial<Setting>>([
  [0x2a48, (list, { at }) => ({ script: SCRIPTS[list.u8(at)] ?? 'on-line' })],
  [0x4845, (list, { at }) => ({ above: list.i16(at) })],
  [0x4a43, (list, { at }) => ({ halfPoints: list.u16(at) })],
  [0x2a42, (list, { at }) => ({ color: numberedColor(list.u8(at)) })],
  [0x6870, (list, { at }) => ({ color: fullColor(list, at) })],
  [0x2a0c, (list, { at }) => ({ highlight: list.u8(at) === 0 ? undefined : numberedColor(list.u8(at)) })],
  [0x4866, (list, { at }) => ({ ground: shading80(list, at) })],
  [0xca71, (list, { at, size }) => (size < 10 ? {} : { ground: shading(list, at) })],
  [0x4a4f, (list, { at }) => ({ fontNumber: list.u16(at) })],
  [0x6a03, (list, { at }) => ({ dataAt: list.u32(at) })],
  [0x6a09, (list, { at }) => ({ symbol: { fontNumber: list.u16(at), code: list.u16(at + 2) } })],
])
const CHARACTER_STYLE = 0x4a30
const BACK_TO_STYLE = 0x2a33

/** Lays a list of changes over a setting; switches may be told by what the style has. */
const changed = (before: Setting, list: ByteView, inStyle: Setting): Setting => {
  let setting = before
  for (const modifier of modifiersOf(list)) {
    const name = SWITCHES.get(modifier.code)
    if (name !== undefined) setting = { ...setting, [name]: switched(list.u8(modifier.at), inStyle[name]) }
    else if (modifier.code === BACK_TO_STYLE) setting = inStyle
    else {
      const change = CHANGES.get(modifier.code)
      if (change !== undefined) setting = { ...setting, ...change(list, modifier) }
    }
  }
  return setting
}

const throughStyles = (before: Setting, lists: readonly ByteView[]): Setting =>
  lists.reduce((setting, list) => changed(setting, list, setting), before)

const characterStyleIn = (lists: readonly ByteView[]): number | undefined => {
  let found: number | undefined
  for (const list of lists) for (const { code, at } of modifiersOf(list)) if (code === CHARACTER_STYLE) found = list.u16(at)
  return found
}

/** Half points: letters raised by less stand on the line. */
const LEAST_RISE = 3

const fontOf = ({ hidden, struck, struckTwice, script, above, halfPoints, color, ground, highlight }: Setting): Font => {
  const set = script !== 'on-line' ? script : above >= LEAST_RISE ? 'raised' : above <= -LEAST_RISE ? 'lowered' : 'on-line'
  const isStruck = struck || struckTwice
  const behind = highlight ?? ground
  if (!hidden && !isStruck && set === 'on-line' && color === AUTOMATIC && halfPoints > 2) return WORD_FONT
  return { hidden, struck: isStruck, set, color, size: halfPoints / 2, ...(behind !== undefined && { ground: behind }) }
}

/** Computes once for each pair of numbers. */
const remembered = (compute: (paragraphStyle: number, characterStyle: number) => Setting) => {
  const known = new Map<number, Setting>()
  return (paragraphStyle: number, characterStyle = NO_STYLE): Setting => {
    const key = paragraphStyle * (NO_STYLE + 1) + characterStyle
    const setting = known.get(key) ?? compute(paragraphStyle, characterStyle)
    known.set(key, setting)
    return setting
  }
}

/** What the styles of paragraph and letters, and the lists of property changes laid over them, make of a character. */
export const startCharacterProperties = ({ letters }: Styles) => {
  const ofStyles = remembered((paragraphStyle, characterStyle) => {
    const ofParagraph = throughStyles(NONE, letters(paragraphStyle))
    return characterStyle === NO_STYLE ? ofParagraph : throughStyles(ofParagraph, letters(characterStyle))
  })
  return (paragraphStyle: number, lists: readonly (ByteView | undefined)[]): CharacterProperties => {
    const own = lists.filter((list) => list !== undefined)
    const inStyle = ofStyles(paragraphStyle, characterStyleIn(own))
    const setting = own.reduce((before, list) => changed(before, list, inStyle), inStyle)
    const { special, fieldData, deleted, inserted, hidden, fontNumber, dataAt, symbol } = setting
    return { special, fieldData, deleted, inserted, hidden, fontNumber, dataAt, symbol, font: fontOf(setting) }
  }
}
