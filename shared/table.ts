import { BOARD_SHOWS } from './submission/board.ts'
import { LISTED } from './submission/listed.ts'

export type IndexSpec = {
  readonly name: string
  readonly partitionKey: string
  readonly sortKey: string
  /** The attributes that it holds beside all keys; all of them where this is not said. */
  readonly shows?: readonly string[]
}

/** Attributes of the one table and its indexes. Lists go by index, never by scan. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    // By keys that never change: its list is of ids, and no step of a submission writes it.
    { name: 'byAgencyYear', partitionKey: 'agencyYear', sortKey: 'id', shows: [] },
    // Sparse, too: a status from which the system takes the next step at once has no `since` in the table.
    { name: 'byStatus', partitionKey: 'status', sortKey: 'since', shows: LISTED },
    // Sparse: an item stands in it from when something is owed (a step, a mail, a page that lists it) until that is done; by when it is due.
    { name: 'byOwed', partitionKey: 'owed', sortKey: 'due', shows: [] },
    // All that was filed for a year, by agency, with what the board shows of it.
    { name: 'byYear', partitionKey: 'filedIn', sortKey: 'agencyId', shows: BOARD_SHOWS },
  ],
} as const satisfies { readonly partitionKey: string; readonly sortKey: string; readonly indexes: readonly IndexSpec[] }

export type IndexName = (typeof TABLE)['indexes'][number]['name']

/** An item by its key, several at once; the items under a partition key, or by one of the indexes; adding or replacing, changing, removing an item. */
export type TableUse = 'load' | 'load-many' | 'query' | IndexName | 'put' | 'update' | 'remove'
