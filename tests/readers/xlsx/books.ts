import { type CellObject, CFB, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A workbook of these sheets, written by the library. */
export const bookOf = (sheets: Readonly<Record<string, WorkSheet>>): WorkBook => {
  const book = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name)
  return book
}

export type Kind = 'xlsx' | 'biff8'
export const bytesOf = (book: WorkBook, bookType: Kind = 'xlsx'): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType, compression: true, bookSST: true }))

/** A sheet of rows; null leaves a cell out. */
export const sheetOf = (
  rows: readonly (readonly (string | number | boolean | CellObject | null)[])[],
  more: Partial<WorkSheet> = {},
): WorkSheet => Object.assign(utils.aoa_to_sheet(rows.map((row) => [...row])), more)

export const merge = (area: string) => utils.decode_range(area)

export type Change = (text: string) => string

/** A packed file with some parts rewritten; null takes a part out. */
export const withParts = (bytes: Uint8Array, changes: Readonly<Record<string, Change | null>>): Uint8Array => {
  const parts = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) delete parts[name]
    else parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())))
  }
  return zipSync(parts)
}

/** The records of an old workbook, and a compound file around a stream of them. */
export const streamOf = (bytes: Uint8Array): Uint8Array => Uint8Array.from(CFB.find(CFB.read(bytes, { type: 'array' }), 'Workbook').content)
export const withStream = (name: string, stream: Uint8Array): Uint8Array => {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, `/${name}`, stream)
  return new Uint8Array(CFB.write(file, { type: 'array' }))
}

/** Puts a record behind the opening one of the stream (0) or of the last sheet (-1). */
export const withRecord = (bytes: Uint8Array, opening: 0 | -1, record: readonly number[]): Uint8Array => {
  const stream = streamOf(bytes)
  const openings = Array.from(stream.keys()).filter((at) => stream[at] === 0x09 && stream[at + 1] === 0x08 && stream[at + 5] === 0x06)
  const end = (openings.at(opening) ?? 0) + 4 + (stream[(openings.at(opening) ?? 0) + 2] ?? 0)
  return withStream('Workbook', Uint8Array.from([...stream.subarray(0, end), ...record, ...stream.subarray(end)]))
}

/** Hides a row of the only sheet, which the library reads but does not write. */
export const withHiddenRow = (bytes: Uint8Array, row: number): Uint8Array =>
  withRecord(bytes, -1, [0x08, 0x02, 16, 0, row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0])
