/**
 * Lists of the site grow with what is published: the agencies of a year, and all agencies. Each is cut in parts of bounded size by ranges of agency ids, so
 * that one publication changes one part. A part is only ever split, and its number and address stay; what is listed where follows from the parts alone.
 */
export const PART_ROWS = 100

export type Part = {
  /** 1, 2, … in the order in which parts came to be: it stands in addresses. */
  readonly number: number
  /** The first agency id that may stand in it; '' for the first part. It ends where the next begins. */
  readonly from: string
  /** What it lists; undefined until it is written, and where it must be written again. */
  readonly shows?: PartShows
  /** Hash of each file that was written last, by its path. */
  readonly written: Readonly<Record<string, string>>
}

/** `first` and `last` are names of agencies, '' where nothing is listed. */
export type PartShows = { readonly count: number; readonly first: string; readonly last: string }

/** A part whose files stand. */
export type WrittenPart = Part & { readonly shows: PartShows }
export const isWritten = (part: Part): part is WrittenPart => part.shows !== undefined

/** Agency ids from the one on, and before the other where there is one. */
export type IdRange = { readonly from: string; readonly before?: string }

export const listOfYear = (year: number): string => `years/${year}`
export const AGENCIES = 'agencies'
/** A part for each year, by its number. */
export const YEARS = 'years'
/** The home page and what belongs to no other: a list of one part. */
export const HOME_PAGES = 'home'

const byFrom = (a: Part, b: Part): number => (a.from < b.from ? -1 : 1)

/** The parts of a list in its order; one that was never written has one part, which is still to be. */
export const inListOrder = (parts: readonly Part[]): Part[] =>
  parts.length === 0 ? [{ number: 1, from: '', written: {} }] : parts.toSorted(byFrom)

/** The number of the part, of parts in order, where an agency stands. */
export const partOf = (parts: readonly Part[], agencyId: string): number => {
  const part = parts.findLast(({ from }) => from <= agencyId)
  if (part === undefined) throw new Error(`no part of the list begins before ${agencyId}`)
  return part.number
}

/** The agency ids of a part, of parts in order. */
export const rangeOf = (parts: readonly Part[], { number, from }: Part): IdRange => {
  const before = parts[parts.findIndex((part) => part.number === number) + 1]?.from
  return { from, ...(before !== undefined && { before }) }
}

/** Rows in the order of agency ids, halved until every piece is small enough for a part. */
export const pieces = <Row>(rows: readonly Row[]): (readonly Row[])[] => {
  if (rows.length <= PART_ROWS) return [rows]
  const middle = Math.ceil(rows.length / 2)
  return [...pieces(rows.slice(0, middle)), ...pieces(rows.slice(middle))]
}
