import { sha256Of } from '../document/content-hash.ts'

/** A file that an agency hands in for a year; `sha256` in hex. */
export type HandedInFile = { readonly agencyId: string; readonly year: number; readonly sha256: string }

/**
 * The id of the submission of a file, of the first, or of a later one (`attempt` 1, 2, …) where the file comes again: made of what it is, so that of requests
 * for the same file at the same time one alone can create it.
 */
export const submissionIdOf = async ({ agencyId, year, sha256 }: HandedInFile, attempt: number): Promise<string> =>
  (await sha256Of(new TextEncoder().encode(JSON.stringify([agencyId, year, sha256, attempt])))).slice(0, 32)

/** Whether an id is of this form: before, ids were UUIDs. */
export const isMadeOfFile = (id: string): boolean => /^[0-9a-f]{32}$/.test(id)
