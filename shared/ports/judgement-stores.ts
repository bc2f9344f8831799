import type { Explanation } from '../assessment/explanation.ts'
import type { Waiver } from '../assessment/waiver.ts'

/** What agencies say of warnings. */
export type ExplanationStore = {
  /** Adds it, or replaces that of the same key. */
  put(agencyId: string, year: number, explanation: Explanation): Promise<void>
  /** By key; sees every `put` that was answered. */
  ofAgencyAndYear(agencyId: string, year: number): Promise<Explanation[]>
}

/** Errors that the disclosure office lets stand. */
export type WaiverStore = {
  /** Adds it, or replaces that of the same rule and place. */
  put(waiver: Waiver): Promise<void>
  /** Marks it as taken back, unless it was granted anew or taken back since it was read; false then. */
  takeBack(waiver: Waiver, takenBack: NonNullable<Waiver['takenBack']>): Promise<boolean>
  /** By rule and place, also those that expired or were taken back; sees every `put` that was answered. */
  ofAgency(agencyId: string): Promise<Waiver[]>
}
