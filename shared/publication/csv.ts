import { stringify } from 'csv-stringify/browser/esm/sync'

/** CSV as spreadsheets open it: UTF-8 with a byte order mark, CRLF, and no text that they would run as a formula. */
export const toCsv = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify([[...header], ...rows.map((row) => [...row])], { bom: true, record_delimiter: 'windows', escape_formulas: true })
