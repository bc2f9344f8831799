import type { Format } from '../document/document.ts'
import { type Reading, UnreadableError } from './reader.ts'

/** A bad file is an answer; whatever else goes wrong is our own failure, and is thrown. */
export const readOrRefuse = async (format: Format, read: () => Reading | Promise<Reading>): Promise<Reading> => {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return { unreadable: error.reason, format, ...(error.limit !== undefined && { limit: error.limit }) }
  }
}
