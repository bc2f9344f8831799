/** The form of 国办公开办函〔2019〕60号 (reporting years 2019 and 2020) and that of 国办公开办函〔2021〕30号 (2021 and later). */
export type Edition = '2019' | '2021'

export const FORM_NOTICE: Record<Edition, string> = { '2019': '国办公开办函〔2019〕60号', '2021': '国办公开办函〔2021〕30号' }

/** The edition that a reporting year must follow. */
export const editionOf = (year: number): Edition => (year >= 2021 ? '2021' : '2019')

export type TableNumber = 2 | 3 | 4
export const TABLE_NUMBERS: readonly TableNumber[] = [2, 3, 4]
export const TABLE_NAMES: Record<TableNumber, string> = { 2: '表二', 3: '表三', 4: '表四' }

/** A cell in the arrays of a table, 0-based; tables 二 and 四 count as one row. */
export type CellRef = { readonly table: TableNumber; readonly row: number; readonly column: number }

/** count: an integer ≥ 0. amount: 万元, ≥ 0, may have decimals. change: an integer of either sign. */
export type CellKind = 'count' | 'amount' | 'change'
