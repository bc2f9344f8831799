import type { CellObject, ColInfo, ParsingOptions, Range, RowInfo, WorkBook } from '@e965/xlsx'
import { UnreadableError } from '../reader.ts'

/** A sheet as the library gives it: cells by row and column from 0, with gaps where the sheet has none. */
export type Sheet = {
  readonly '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[]
  readonly '!merges'?: readonly Range[]
  readonly '!rows'?: readonly (RowInfo | undefined)[]
  readonly '!cols'?: readonly (ColInfo | undefined)[]
}

/** A part of a packed workbook, in the shape in which the library takes what somebody else unpacked. */
export type LibraryPart = { readonly name: string; readonly type: 2; readonly content: Uint8Array }

/** What the library exports and tells, and its types do not. */
declare module '@e965/xlsx' {
  export function parse_zip(zip: { readonly files: Readonly<Record<string, LibraryPart>> }, options: ParsingOptions): WorkBook
  interface SheetProps {
    /** The id of the workbook's relationship. */
    readonly id?: string
  }
}

/** `cellStyles` makes the library tell hidden rows and columns, `cellNF` the format of a number. */
const OPTIONS = { type: 'array', dense: true, cellStyles: true, cellNF: true, cellFormula: false, cellHTML: false } as const

const attempt = (parse: () => WorkBook): WorkBook => {
  try {
    return parse()
  } catch (error) {
    // The library has one kind of error for all that is wrong with a file.
    throw new UnreadableError(/password|encrypt/i.test(String(error)) ? 'encrypted' : 'damaged')
  }
}

const load = async () => {
  const library = await import('@e965/xlsx')
  return {
    parseParts: (files: Readonly<Record<string, LibraryPart>>): WorkBook => attempt(() => library.parse_zip({ files }, { ...OPTIONS })),
    parseStream: (stream: Uint8Array): WorkBook => attempt(() => library.read(stream, { ...OPTIONS })),
    isDateFormat: (format: string): boolean => library.SSF.is_date(format) === true,
  }
}

let loaded: ReturnType<typeof load> | undefined

/** The library, loaded when the first workbook comes. */
export const loadLibrary = (): ReturnType<typeof load> => {
  loaded ??= load()
  return loaded
}
