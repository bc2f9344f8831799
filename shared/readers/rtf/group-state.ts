import type { Destination } from './destinations.ts'

/** What holds until the end of a group, and is as before after it. */
export type GroupState = {
  readonly destination: Destination
  /** The last control was \*. */
  readonly starred: boolean
  /** The next group repeats, for old readers, what the one after it says. */
  readonly skipNextGroup: boolean
  /** How many characters after each \u stand for it in readers without Unicode. */
  readonly fallbackLength: number
  /** Absent: the default font. */
  readonly font: number | undefined
  readonly doubleByte: boolean
  readonly deleted: boolean
  readonly inserted: boolean
  readonly hidden: boolean
  readonly inTable: boolean
  /** Tables around the paragraph, where the file counts them. */
  readonly depth: number
  /** Inside the group that ends a row of an inner table. */
  readonly inInnerRow: boolean
}

const PLAIN = { font: undefined, doubleByte: false, deleted: false, inserted: false, hidden: false }
const OUTSIDE_TABLES = { inTable: false, depth: 0 }

export const AT_START: GroupState = {
  destination: 'body',
  starred: false,
  skipNextGroup: false,
  fallbackLength: 1,
  inInnerRow: false,
  ...PLAIN,
  ...OUTSIDE_TABLES,
}

const LONGEST_FALLBACK = 16

/** Control words that only change the state of their group. A switch without a number is on. */
export const STATE_WORDS = new Map<string, (value: number | undefined) => Partial<GroupState>>([
  ['*', () => ({ starred: true })],
  ['upr', () => ({ skipNextGroup: true })],
  ['uc', (value = 1) => ({ fallbackLength: Math.min(Math.max(value, 0), LONGEST_FALLBACK) })],
  ['f', (value) => ({ font: value })],
  ['dbch', () => ({ doubleByte: true })],
  ['loch', () => ({ doubleByte: false })],
  ['hich', () => ({ doubleByte: false })],
  ['plain', () => PLAIN],
  ['deleted', (value) => ({ deleted: value !== 0 })],
  ['revised', (value) => ({ inserted: value !== 0 })],
  ['v', (value) => ({ hidden: value !== 0 })],
  ['pard', () => OUTSIDE_TABLES],
  ['intbl', (value) => ({ inTable: value !== 0 })],
  ['itap', (value = 0) => ({ depth: Math.max(0, value) })],
  ['nesttableprops', () => ({ inInnerRow: true })],
])

/** The number of tables around the paragraph under way. */
export const depthOf = ({ inTable, depth }: GroupState): number => Math.max(depth, inTable ? 1 : 0)
/** The table that a mark of an inner table belongs to; such marks need not say how deep they stand. */
export const innerDepthOf = ({ depth }: GroupState): number => Math.max(2, depth)
