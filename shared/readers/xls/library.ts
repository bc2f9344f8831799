import type { CellObject, ColInfo, Range, RowInfo, WorkBook } from '@e965/xlsx'
import { UnreadableError } from '../reader.ts'

/** A sheet as the library gives it: cells by row and column from 0, with gaps where the sheet has none. */
export type Sheet = {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[]
  readonly '!merges'?: readonly Range[]
  readonly '!rows'?: readonly (RowInfo | undefined)[]
  readonly '!cols'?: readonly (ColInfo | undefined)[]
}

/** `cellStyles` makes the library tell hidden rows and columns. */
const OPTIONS = { type: 'array', dense: true, cellStyles: true, cellFormula: false, cellHTML: false, cellText: false } as const

/** To ask for a module anew takes as long as to read a small file. */
let loaded: Promise<typeof import('@e965/xlsx')> | undefined
const loadLibrary = (): Promise<typeof import('@e965/xlsx')> => {
  loaded ??= import('@e965/xlsx')
  return loaded
}

/** Reads the stream of an old workbook by the library, loaded when the first one comes. */
export const parseStream = async (stream: Uint8Array): Promise<WorkBook> => {
  const { read } = await loadLibrary()
  try {
    return read(stream, { ...OPTIONS })
  } catch (error) {
    // The library has one kind of error for all that is wrong with a file.
    throw new UnreadableError(/password|encrypt/i.test(String(error)) ? 'encrypted' : 'damaged')
  }
}
