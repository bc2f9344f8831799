import { editionOf } from '../../shared/form/edition.ts'
import { THREE } from '../../shared/form/table-three.ts'
import { TWO } from '../../shared/form/table-two.ts'
import { rowsOf } from './figures.ts'
import { type Random, randomOf } from './random.ts'
import { type SampleReport, sampleReport, withText } from './sample-report.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Somewhat less or more: no leap between the years. */
const near = (random: Random, value: number): number => Math.round((value * random.integer(70, 130)) / 100)

/** A column of table 三 that carries over what the next year took in. */
const columnBefore = (random: Random, column: readonly number[], single: boolean): number[] => {
  const dispositions = column.slice(THREE.firstDisposition, THREE.handledTotal).map((value, index) => {
    const row = index + THREE.firstDisposition
    return single && (row === THREE.overdueCorrection || row === THREE.overdueFee) ? 0 : near(random, value)
  })
  const [handled, carriedOut] = [sum(dispositions), column[THREE.carriedIn] ?? 0]
  const carriedIn = Math.min(near(random, carriedOut), handled + carriedOut)
  return [handled + carriedOut - carriedIn, carriedIn, ...dispositions, handled, carriedOut]
}

const STOCKS = [TWO.regulationsIssued, TWO.documentsIssued]

/** Table 二 of 2021, whose stock in force rolls forward into the next year's. */
const twoBefore = (random: Random, two: readonly number[]): number[] => {
  const before = two.map((value, column) => (column === TWO.fees ? near(random, value * 100) / 100 : near(random, value)))
  for (const issued of STOCKS) {
    const inForce = (two[issued + 2] ?? 0) - (two[issued] ?? 0) + (two[issued + 1] ?? 0)
    before.splice(issued, 3, Math.min(before[issued] ?? 0, inForce), before[issued + 1] ?? 0, inForce)
  }
  return before
}

/** A sound report of the same agency for the year before, which the given one follows from. */
export const reportOfYearBefore = (report: SampleReport, seed: number): SampleReport => {
  const random = randomOf(seed)
  const { agency, four } = report
  const year = report.year - 1
  const edition = editionOf(year)
  const two = edition === report.edition && edition === '2021' ? twoBefore(random, report.two) : sampleReport({ seed, agency, year }).two
  const applicants = [0, 1, 2, 3, 4, 5].map((column) => report.three.map((row) => row[column] ?? 0))
  const three = rowsOf(applicants.map((column) => columnBefore(random, column, edition === '2019')))
  const groups = [0, 5, 10].map((start) => four.slice(start, start + 4).map((value) => near(random, value)))
  return withText({ agency, year, edition, two, three, four: groups.flatMap((results) => [...results, sum(results)]) }, random)
}
