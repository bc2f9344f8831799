import { THREE } from '../../shared/form/table-three.ts'
import type { SampleReport } from './sample-report.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The sums of the form that do not hold, each by its rule and the row, column or group: the oracle of planted errors, apart from the rules. */
export const brokenEquations = ({ three, four }: Pick<SampleReport, 'three' | 'four'>): string[] => {
  const rows = three.flatMap((row, index) => (sum(row.slice(0, 6)) === row[6] ? [] : [`table3-row-total ${index}`]))
  const columns = Array.from({ length: 7 }, (_, column) => three.map((row) => row[column] ?? 0))
  const dispositions = columns.flatMap((column, index) =>
    sum(column.slice(THREE.firstDisposition, THREE.handledTotal)) === column[THREE.handledTotal]
      ? []
      : [`table3-disposition-total ${index}`],
  )
  const balances = columns.flatMap((column, index) => {
    const [received = 0, carriedIn = 0] = column
    const [handled = 0, carriedOut = 0] = column.slice(THREE.handledTotal)
    return received + carriedIn === handled + carriedOut ? [] : [`table3-balance ${index}`]
  })
  const groups = [0, 1, 2].flatMap((group) => {
    const figures = four.slice(group * 5, group * 5 + 5)
    return sum(figures.slice(0, 4)) === figures[4] ? [] : [`table4-total ${group}`]
  })
  return [...rows, ...dispositions, ...balances, ...groups]
}
