import type { Edition } from '../../shared/form/edition.ts'
import { THREE } from '../../shared/form/table-three.ts'
import type { Random } from './random.ts'

/** quiet: an office with a handful of requests. busy: a city government with thousands. */
export type Bustle = 'quiet' | 'ordinary' | 'busy'

const MOST: Record<Bustle, { request: number; decision: number; document: number; case: number }> = {
  quiet: { request: 3, decision: 40, document: 2, case: 1 },
  ordinary: { request: 40, decision: 3_000, document: 12, case: 5 },
  busy: { request: 1_500, decision: 1_200_000, document: 90, case: 120 },
}

const APPLICANTS = 6
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** 万元 with up to four decimals, as fees are printed. */
const amount = (random: Random, most: number): number =>
  random.chance(0.4) ? 0 : Number((random.integer(1, most) + random.integer(0, 9_999) / 10_000).toFixed(random.pick([0, 2, 4])))

/** Table 二 of 2021. Rules (规章) only where the agency may make them; what is in force covers what was issued. */
const tableTwo2021 = (random: Random, bustle: Bustle, makesRules: boolean): number[] => {
  const { document, decision } = MOST[bustle]
  const stock = (most: number) => {
    const issued = random.integer(0, most)
    return [issued, random.integer(0, most), issued + random.integer(0, most * 6)]
  }
  const decisions = () => (random.chance(0.3) ? 0 : random.integer(1, decision))
  const rules = makesRules ? stock(4) : [0, 0, 0]
  return [...rules, ...stock(document), decisions(), decisions(), decisions(), amount(random, bustle === 'busy' ? 9_000 : 400)]
}

/** Table 二 of the trial form: 22 figures, of which 本年增/减 has either sign. */
const tableTwo2019 = (random: Random, bustle: Bustle, makesRules: boolean): number[] => {
  const { document, decision } = MOST[bustle]
  const stock = (most: number) => {
    const made = random.integer(0, most)
    return [made, made, made + random.integer(0, most * 6)]
  }
  const project = () => {
    const previous = random.integer(0, document * 20)
    return [previous, random.integer(-Math.min(previous, 9), 12), random.integer(0, decision)]
  }
  const rules = makesRules ? stock(4) : [0, 0, 0]
  const services = [project(), project(), project(), project()].flat()
  const fees = project().slice(0, 2)
  return [...rules, ...stock(document), ...services, ...fees, random.integer(1, 60), amount(random, 3_000)]
}

export const tableTwo = (random: Random, edition: Edition, bustle: Bustle, makesRules: boolean): number[] =>
  (edition === '2019' ? tableTwo2019 : tableTwo2021)(random, bustle, makesRules)

/** The rows of one kind of applicant: most ways of handling never occur, and the books balance. */
const applicantColumn = (random: Random, edition: Edition, most: number): number[] => {
  const dispositions = Array.from({ length: THREE.handledTotal - THREE.firstDisposition }, (_, index) => {
    const row = index + THREE.firstDisposition
    if (edition === '2019' && (row === THREE.overdueCorrection || row === THREE.overdueFee)) return 0
    return random.chance(row === THREE.firstDisposition ? 0.9 : 0.3) ? random.integer(0, most) : 0
  })
  const handled = sum(dispositions)
  const carriedOut = random.chance(0.5) ? random.integer(0, Math.ceil(most / 5)) : 0
  // About as many as are carried out, so that reports of neighbouring years can follow from each other.
  const carriedIn = Math.min(random.integer(Math.floor(carriedOut / 2), Math.floor(carriedOut * 1.4) + 2), handled + carriedOut)
  return [handled + carriedOut - carriedIn, carriedIn, ...dispositions, handled, carriedOut]
}

/** Rows of table 三 from the columns of its applicants, with their totals. */
export const rowsOf = (columns: readonly (readonly number[])[]): number[][] =>
  Array.from({ length: THREE.carriedOut + 1 }, (_, row) => {
    const figures = columns.map((column) => column[row] ?? 0)
    return [...figures, sum(figures)]
  })

/** Table 三: 25 rows of 7 figures, sound in every row and column. */
export const tableThree = (random: Random, edition: Edition, bustle: Bustle): number[][] => {
  const { request } = MOST[bustle]
  const columns = Array.from({ length: APPLICANTS }, (_, column) => {
    const used = random.chance(column === 0 ? 0.95 : 0.35)
    return applicantColumn(random, edition, used ? Math.max(1, column === 0 ? request : Math.ceil(request / 8)) : 0)
  })
  return rowsOf(columns)
}

/** Table 四: three groups of four results and their total. */
export const tableFour = (random: Random, bustle: Bustle): number[] =>
  Array.from({ length: 3 }, () => {
    const results = Array.from({ length: 4 }, () => (random.chance(0.35) ? random.integer(0, MOST[bustle].case) : 0))
    return [...results, sum(results)]
  }).flat()
