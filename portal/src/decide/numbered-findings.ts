import { FINDING_GROUPS, groupOf } from '../../../shared/findings/severity-words.ts'
import type { CellRef } from '../../../shared/form/edition.ts'
import type { SectionNumber } from '../../../shared/form/sections.ts'
import type { DetailedFinding } from '../../../shared/http-api/findings.ts'

/** A finding under the number that mail and list give it. */
export type Numbered = { readonly number: number; readonly finding: DetailedFinding }

export const numberedFindings = (findings: readonly DetailedFinding[]): Numbered[] =>
  FINDING_GROUPS.flatMap((group) => findings.filter((finding) => groupOf(finding) === group)).map((finding, index) => ({
    number: index + 1,
    finding,
  }))

export const ofSection = (all: readonly Numbered[], section: SectionNumber | null): Numbered[] =>
  all.filter(({ finding }) => finding.section === section)

export const atCell = (all: readonly Numbered[], { table, row, column }: CellRef): Numbered[] =>
  all.filter(({ finding }) => finding.cells.some((cell) => cell.table === table && cell.row === row && cell.column === column))

export const noteId = (number: number): string => `note-${number}`
export const cellId = ({ table, row, column }: CellRef): string => `cell-${table}-${row}-${column}`

/** Brings an element into sight and the keyboard to it; `#` in the address is the portal's own. */
export const bringIntoSight = (id: string): void => {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}
