import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { FileInformation } from './file-information.ts'
import { isNumbered, writeNumber } from './number-formats.ts'

/** One level of a list: `text` is its pattern, in which the codes 0 to 8 stand for the numbers of the levels. */
type Level = { readonly start: number; readonly format: number; readonly text: string }
type List = { readonly id: number; readonly levels: readonly Level[] }

/** Counts on, and gives the number that Word prints before a paragraph of the list override (from 1) and level. */
export type Numbering = (override: number, level: number) => string

const LIST_BYTES = 28
const OVERRIDE_BYTES = 16
const LEVEL_BYTES = 28
const LEVELS = 9
const LONGEST_PATTERN = 255

/** Heads of all lists stand first; the levels of all lists follow, each of its own length. */
const readLists = (table: ByteView, { tables: { lists } }: FileInformation): List[] => {
  const count = table.u16(lists.at)
  let place = lists.at + lists.length
  const readLevel = (): Level => {
    const text = place + LEVEL_BYTES + table.u8(place + 24) + table.u8(place + 25)
    if (table.u16(text) > LONGEST_PATTERN) throw new UnreadableError('damaged')
    const letters = Array.from({ length: table.u16(text) }, (_, index) => table.u16(text + 2 + index * 2))
    const level = { start: table.i32(place), format: table.u8(place + 4), text: String.fromCharCode(...letters) }
    place = text + 2 + letters.length * 2
    return level
  }
  return Array.from({ length: count }, (_, index) => {
    const head = lists.at + 2 + index * LIST_BYTES
    const oneLevel = (table.u8(head + 26) & 1) !== 0
    return { id: table.i32(head), levels: Array.from({ length: oneLevel ? 1 : LEVELS }, readLevel) }
  })
}

const readOverrides = (table: ByteView, { tables: { listOverrides: at } }: FileInformation): number[] => {
  const { at: start, length } = at
  const count = Math.min(table.u32(start), Math.floor(length / OVERRIDE_BYTES))
  return Array.from({ length: count }, (_, index) => table.i32(start + 4 + index * OVERRIDE_BYTES))
}

const counting = (lists: readonly List[], overrides: readonly number[]): Numbering => {
  const byId = new Map(lists.map((list) => [list.id, list]))
  const counters = new Map<number, number[]>()
  return (override, level) => {
    const list = byId.get(overrides[override - 1] ?? Number.NaN)
    const own = list?.levels[level]
    if (list === undefined || own === undefined) return ''
    const before = counters.get(list.id) ?? []
    // Counting on at one level starts the deeper ones anew.
    const now = list.levels
      .slice(0, level + 1)
      .map(({ start }, index) => (index === level ? (before[index] ?? start - 1) + 1 : (before[index] ?? start)))
    counters.set(list.id, now)
    if (!isNumbered(own.format)) return ''
    return Array.from(own.text, (letter) => {
      const index = letter.charCodeAt(0)
      const shown = list.levels[index]
      return index < LEVELS && shown ? writeNumber(now[index] ?? shown.start, shown.format) : letter
    }).join('')
  }
}

/** Numbers of lists are not in the text: Word counts them anew whenever it shows the file. */
export const readNumbering = (table: ByteView, information: FileInformation): Numbering => {
  if (information.tables.lists.length === 0 || information.tables.listOverrides.length === 0) return () => ''
  try {
    return counting(readLists(table, information), readOverrides(table, information))
  } catch (error) {
    // Odd lists are no reason to refuse a file whose words and figures are all there.
    if (error instanceof UnreadableError) return () => ''
    throw error
  }
}
