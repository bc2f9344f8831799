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
const CELLS: readonly number[] = [RECORD.formula, RECORD.number, RECORD.packedNumber, RECORD.sharedText, RECORD.truth]

const cellsOf = (records: readonly StreamRecord[]): Map<number, StatedCell> => {
  const cells = new Map<number, StatedCell>()
  const uncalculated = records.some(({ type }) => type === RECORD.uncalculated)
  for (const { type, content } of records) {
    if (type === RECORD.severalNumbers) {
      for (let at = 4; at + 6 < content.length; at += 6)
        cells.set(placeNumber(content.u16(0), content.u16(2) + (at - 4) / 6), { look: content.u16(at) })
    } else if (CELLS.includes(type))
      cells.set(placeNumber(content.u16(0), content.u16(2)), {
        look: content.u16(4),
        ...(type === RECORD.sharedText && { text: content.u32(6) }),
        ...(type === RECORD.formula && { isStale: uncalculated || (content.u16(14) & ALWAYS_CALCULATED) !== 0 }),
      })
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
