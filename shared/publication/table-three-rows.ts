import type { Edition } from '../form/edition.ts'
import { TABLE_THREE_ROWS, type TableThreeRow, THREE, TRIAL_OTHER_HANDLING } from '../form/table-three.ts'

/** A row of table 三 as it is shown; `index` is its place in the figures of a report. */
export type ShownRow = TableThreeRow & { readonly index: number }

const ALL: readonly ShownRow[] = TABLE_THREE_ROWS.map((row, index) => ({ ...row, index }))

const TRIAL: readonly ShownRow[] = ALL.filter(({ index }) => index !== THREE.overdueCorrection && index !== THREE.overdueFee).map((row) =>
  row.index === THREE.otherHandling ? { label: TRIAL_OTHER_HANDLING, index: row.index } : row,
)

/** The rows of table 三 that a form has: 25, or 23 in the trial form, whose (六) is a single row. */
export const shownRows = (form: Edition): readonly ShownRow[] => (form === '2019' ? TRIAL : ALL)
