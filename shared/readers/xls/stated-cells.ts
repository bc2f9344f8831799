import { UnreadableError } from '../reader.ts'
import { placeNumber } from '../sheets/sheet-content.ts'
import { RECORD, type StreamRecord } from './record-stream.ts'

/** What the records say of a cell beside its value: the number of its look, of the text that it shares, and whether its result is stale. */
export type StatedCell = { readonly look: number; readonly text?: number; readonly isStale?: boolean }

/** A sheet by its records. Charts, macros and dialogs have records of cells too, and are none. */
export type StatedSheet = { readonly isSheet: boolean; readonly cells: ReadonlyMap<number, StatedCell> }

const OPENING = 0x0809
const ALWAYS_CALCULATED = 0x01
/** Records that begin with row, column and the number of the look. */
const CELLS: ReadonlySet<number> = new Set([RECORD.formula, RECORD.number, RECORD.packedNumber, RECORD.sharedText, RECORD.truth])

const cellsOf = (records: readonly StreamRecord[]): Map<number, StatedCell> => {
  const cells = new Map<number, StatedCell>()
  const uncalculated = records.some(({ type }) => type === RECORD.uncalculated)
  for (const record of records) {
    const { type } = record
    if (type !== RECORD.severalNumbers && !CELLS.has(type)) continue
    const place = placeNumber(record.u16(0), record.u16(2))
    if (type === RECORD.severalNumbers) {
      for (let at = 4; at + 6 < record.length; at += 6) cells.set(place + (at - 4) / 6, { look: record.u16(at) })
    } else if (type === RECORD.sharedText) cells.set(place, { look: record.u16(4), text: record.u32(6) })
    else if (type === RECORD.formula)
      cells.set(place, { look: record.u16(4), isStale: uncalculated || (record.u16(14) & ALWAYS_CALCULATED) !== 0 })
    else cells.set(place, { look: record.u16(4) })
  }
  return cells
}

/** The sheets of a workbook stream in the order of their tabs. */
export const readStatedSheets = (records: readonly StreamRecord[]): StatedSheet[] => {
  const starts = new Map(records.flatMap(({ at, type }, index) => (type === OPENING ? [[at, index] as const] : [])))
  return records
    .filter(({ type }) => type === RECORD.sheet)
    .map(({ content }) => {
      const start = starts.get(content.u32(0))
      if (start === undefined) throw new UnreadableError('damaged')
      const next = records.findIndex(({ type }, index) => index > start && type === 0x000a)
      return { isSheet: content.u8(5) === 0, cells: cellsOf(records.slice(start, next < 0 ? undefined : next)) }
    })
}
