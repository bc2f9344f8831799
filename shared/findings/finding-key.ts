import crc32 from 'crc-32'
import { formCells } from '../form/cells.ts'
import { TABLE_NUMBERS, type TableNumber } from '../form/edition.ts'
import type { Place } from '../report/report.ts'
import type { Finding } from './finding.ts'

/** A place by what it is in the form: a cell, or else section and words; where it stood in the file does not matter. */
export const placeKey = ({ cell, section, part }: Place): string =>
  cell === undefined ? `${section ?? 0}:${part}` : `${cell.table}/${cell.row}/${cell.column}`

/** The place that a key stands for, in words. */
export const placeWords = (key: string): string => {
  const [table, row, column] = /^(\d)\/(\d+)\/(\d+)$/.exec(key)?.slice(1).map(Number) ?? []
  if (table === undefined || row === undefined || column === undefined) return key.replace(/^\d:/, '')
  const isTable = (number: number): number is TableNumber => TABLE_NUMBERS.some((each) => each === number)
  return (isTable(table) ? formCells('2021', table)[row]?.[column]?.name : undefined) ?? key
}

/** What a finding is about: its rule and the place to look at first. */
export const subjectKey = ({ rule, places: [first] }: Finding): string => `${rule} ${first === undefined ? '' : placeKey(first)}`

/** A finding by its rule, place and value: the same as long as none of the three changes. Values can be long, so their checksum stands for them. */
export const findingKey = (finding: Finding): string => {
  const facts = Object.entries(finding.facts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${subjectKey(finding)} ${(crc32.str(JSON.stringify(facts)) >>> 0).toString(36)}`
}
