import type { Destination } from './destinations.ts'
import type { Field } from './field.ts'
import type { Shading } from './shading.ts'

/** How letters are set; what is absent, the file does not say of them. */
export type LetterState = {
  /** Absent: the default font. */
  readonly font?: number
  readonly hidden?: boolean
  readonly struck?: boolean
  readonly struckTwice?: boolean
  readonly script?: 'on-line' | 'raised' | 'lowered'
  /** Half points above the line. */
  readonly above?: number
  readonly halfPoints?: number
  readonly color?: number
  readonly shading?: Shading
  readonly highlight?: number
  readonly characterStyle?: number
}

/** What holds until the end of a group, and is as before after it. */
export type GroupState = {
  readonly destination: Destination
  /** The last control was \*. */
  readonly starred: boolean
  /** The next group repeats, for old readers, what the one after it says. */
  readonly skipNextGroup: boolean
  /** How many characters after each \u stand for it in readers without Unicode. */
  readonly fallbackLength: number
  readonly doubleByte: boolean
  readonly deleted: boolean
  readonly inserted: boolean
  readonly letters: LetterState
  readonly paragraphStyle: number | undefined
  readonly paragraphShading: Shading | undefined
  readonly inTable: boolean
  /** Tables around the paragraph, where the file counts them. */
  readonly depth: number
  /** Inside the group that ends a row of an inner table. */
  readonly inInnerRow: boolean
  /** The field around. */
  readonly field: Field | undefined
}

const PLAIN = { letters: {}, doubleByte: false, deleted: false, inserted: false }
const PARAGRAPH = { inTable: false, depth: 0, paragraphStyle: undefined, paragraphShading: undefined }

export const AT_START: GroupState = {
  destination: 'body',
  starred: false,
  skipNextGroup: false,
  fallbackLength: 1,
  inInnerRow: false,
  field: undefined,
  ...PLAIN,
  ...PARAGRAPH,
}

const LONGEST_FALLBACK = 16
/** Where \up and \dn do not say how far. */
const USUAL_RISE = 6

type Change = (value: number | undefined, state: GroupState) => Partial<GroupState>

const setting =
  (change: (value: number | undefined) => LetterState): Change =>
  (value, { letters }) => ({ letters: { ...letters, ...change(value) } })

const isOn = (value: number | undefined): boolean => value !== 0

const shadingLetters =
  (change: (value: number) => Shading): Change =>
  (value = 0, { letters }) => ({ letters: { ...letters, shading: { ...letters.shading, ...change(value) } } })

const shadingParagraph =
  (change: (value: number) => Shading): Change =>
  (value = 0, { paragraphShading }) => ({ paragraphShading: { ...paragraphShading, ...change(value) } })

/** Control words that only change the state of their group. A switch without a number is on. */
export const STATE_WORDS = new Map<string, Change>([
  ['*', () => ({ starred: true })],
  ['upr', () => ({ skipNextGroup: true })],
  ['uc', (value = 1) => ({ fallbackLength: Math.min(Math.max(value, 0), LONGEST_FALLBACK) })],
  ['f', setting((font) => ({ font: font ?? 0 }))],
  ['dbch', () => ({ doubleByte: true })],
  ['loch', () => ({ doubleByte: false })],
  ['hich', () => ({ doubleByte: false })],
  ['plain', () => PLAIN],
  ['deleted', (value) => ({ deleted: isOn(value) })],
  ['mvf', (value) => ({ deleted: isOn(value) })],
  ['revised', (value) => ({ inserted: isOn(value) })],
  ['mvt', (value) => ({ inserted: isOn(value) })],
  ['v', setting((value) => ({ hidden: isOn(value) }))],
  ['strike', setting((value) => ({ struck: isOn(value) }))],
  ['striked', setting((value) => ({ struckTwice: isOn(value) }))],
  ['super', setting((value) => ({ script: isOn(value) ? 'raised' : 'on-line' }))],
  ['sub', setting((value) => ({ script: isOn(value) ? 'lowered' : 'on-line' }))],
  ['nosupersub', setting(() => ({ script: 'on-line' }))],
  ['msup', setting(() => ({ script: 'raised' }))],
  ['msub', setting(() => ({ script: 'lowered' }))],
  ['up', setting((above = USUAL_RISE) => ({ above }))],
  ['dn', setting((below = USUAL_RISE) => ({ above: -below }))],
  ['fs', setting((halfPoints = 24) => ({ halfPoints }))],
  ['cf', setting((color = 0) => ({ color }))],
  ['highlight', setting((highlight = 0) => ({ highlight }))],
  ['chcbpat', shadingLetters((back) => ({ back }))],
  ['chcfpat', shadingLetters((fore) => ({ fore }))],
  ['chshdng', shadingLetters((hundredths) => ({ hundredths }))],
  ['cs', setting((characterStyle = 0) => ({ characterStyle }))],
  ['s', (value = 0) => ({ paragraphStyle: value })],
  ['cbpat', shadingParagraph((back) => ({ back }))],
  ['cfpat', shadingParagraph((fore) => ({ fore }))],
  ['shading', shadingParagraph((hundredths) => ({ hundredths }))],
  ['pard', () => PARAGRAPH],
  ['intbl', (value) => ({ inTable: isOn(value) })],
  ['itap', (value = 0) => ({ depth: Math.max(0, value) })],
  ['nesttableprops', () => ({ inInnerRow: true })],
])

/** The number of tables around the paragraph under way. */
export const depthOf = ({ inTable, depth }: GroupState): number => Math.max(depth, inTable ? 1 : 0)
/** The table that a mark of an inner table belongs to; such marks need not say how deep they stand. */
export const innerDepthOf = ({ depth }: GroupState): number => Math.max(2, depth)
