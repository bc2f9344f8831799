import type { Severity } from '../../../shared/findings/finding.ts'
import type { CellRef } from '../../../shared/form/edition.ts'
import type { SectionNumber } from '../../../shared/form/sections.ts'
import type { Random } from '../random.ts'
import type { SampleReport } from '../sample-report.ts'
import type { Variants } from '../variants.ts'

/** A finding that a planted error must bring. What is absent is left open by the contract. */
export type Expectation = {
  readonly rule: string
  readonly severity: Severity
  /** Every cell of the finding, the one to look at first in front. */
  readonly cells?: readonly CellRef[]
  readonly section?: SectionNumber | null
  readonly expected?: number
  readonly actual?: number
}

type NamedSample = { readonly name: string; readonly report: SampleReport }

/** What is known beside the report, where the error only shows against it. */
export type Beside = {
  readonly submission?: { readonly agencyNames: readonly string[]; readonly year: number }
  readonly previous?: SampleReport
  readonly others?: readonly NamedSample[]
  readonly subordinates?: readonly NamedSample[]
  readonly receivedAt?: string
}

export type PlantedError = {
  readonly report: SampleReport
  readonly variants: Variants
  readonly beside: Beside
  /** What becomes of the file once it is written. */
  readonly spoil: (file: Uint8Array) => Uint8Array
  /** All findings that the error brings, and no other. */
  readonly expectations: readonly Expectation[]
}

type Optional = 'variants' | 'beside' | 'spoil'

/** Puts one kind of error into a sound report; the place is drawn. Absent `variants` are none, and so with what is known beside it. */
export type Plant = (report: SampleReport, random: Random) => Omit<PlantedError, Optional> & Partial<Pick<PlantedError, Optional>>
