import { THREE, THREE_TOTAL_COLUMN } from '../../../shared/form/table-three.ts'
import type { Random } from '../random.ts'

/** What the text may quote; every figure is one of the tables. */
export type Facts = {
  readonly agency: string
  readonly self: string
  readonly year: number
  readonly received: number
  readonly carriedIn: number
  readonly handled: number
  readonly carriedOut: number
  readonly disclosed: number
  readonly reconsiderations: number
  readonly lawsuits: number
}

export const factsOf = (
  agency: string,
  self: string,
  year: number,
  three: readonly (readonly number[])[],
  four: readonly number[],
): Facts => {
  const total = (row: number) => three[row]?.[THREE_TOTAL_COLUMN] ?? 0
  return {
    agency,
    self,
    year,
    received: total(THREE.received),
    carriedIn: total(THREE.carriedIn),
    handled: total(THREE.handledTotal),
    carriedOut: total(THREE.carriedOut),
    disclosed: total(THREE.firstDisposition),
    reconsiderations: four[4] ?? 0,
    lawsuits: (four[9] ?? 0) + (four[14] ?? 0),
  }
}

/** Writes paragraphs of a section. */
export type Write = (facts: Facts, random: Random) => string[]
