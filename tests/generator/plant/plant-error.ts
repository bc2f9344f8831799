import { randomOf } from '../random.ts'
import type { SampleReport } from '../sample-report.ts'
import { BESIDE_PLANTS } from './beside.ts'
import { CELL_PLANTS } from './cells.ts'
import { COMPLETENESS_PLANTS } from './completeness.ts'
import { EDITION_PLANTS } from './edition.ts'
import { LABEL_PLANTS } from './labels.ts'
import { PERSONAL_PLANTS } from './personal.ts'
import type { Plant, PlantedError } from './planted-error.ts'
import { QUOTE_PLANTS } from './quotes.ts'
import { SUM_PLANTS } from './sums.ts'
import { TABLE_TWO_PLANTS } from './table-two.ts'
import { TEXT_PLANTS } from './text.ts'
import { TITLE_PLANTS } from './titles.ts'

const PLANTS = {
  ...SUM_PLANTS,
  ...CELL_PLANTS,
  ...TABLE_TWO_PLANTS,
  ...COMPLETENESS_PLANTS,
  ...TITLE_PLANTS,
  ...EDITION_PLANTS,
  ...LABEL_PLANTS,
  ...TEXT_PLANTS,
  ...QUOTE_PLANTS,
  ...PERSONAL_PLANTS,
  ...BESIDE_PLANTS,
}

/** `rule` or `rule:how`; `table3-slip` breaks two rules at once. */
export type ErrorKind = keyof typeof PLANTS
export const ERROR_KINDS = Object.keys(PLANTS) as readonly ErrorKind[]

/** Puts one error into a sound report, at a place that the seed draws. */
export const plantError = (report: SampleReport, kind: ErrorKind, seed: number): PlantedError => {
  const plant: Plant = PLANTS[kind]
  return { variants: {}, beside: {}, spoil: (file) => file, ...plant(report, randomOf(seed)) }
}
