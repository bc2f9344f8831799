import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Budget, COLUMN_NAMES, MOST, readBudgets, rowOf } from './budget.ts'
import { byFunction, countOf } from './count.ts'
import { startCounted } from './drive.ts'
import type { Call } from './ledger.ts'
import { countTwoReports } from './two-reports.ts'

/** What each function asked for more often than it may. */
const excess = (calls: readonly Call[], budget: Budget): string[] =>
  Object.entries(byFunction(calls)).flatMap(([name, count]) => {
    const row = rowOf(count)
    return COLUMN_NAMES.filter((column) => row[column] > (budget[name]?.[column] ?? 0)).map((column) => {
      const made = calls.filter(({ by }) => by === name).map(({ kind, about, units }) => `  ${kind} ${units || ''} ${about}`)
      return `${name}: ${column} ${row[column]}, budget ${budget[name]?.[column] ?? 0}\n${made.join('\n')}`
    })
  })

describe('requests for one report keep within docs/request-budget.md', () => {
  const budgets = readBudgets()
  let counted: Awaited<ReturnType<typeof startCounted>>
  let calls: Awaited<ReturnType<typeof countTwoReports>>
  beforeAll(async () => {
    counted = await startCounted()
    calls = await countTwoReports(counted)
  })
  afterAll(() => counted.close())

  it.each(['failing', 'passing'] as const)('%s', (which) => {
    expect(excess(calls[which], budgets[which])).toEqual([])
  })

  it.each(['failing', 'passing'] as const)('%s, in all', (which) => {
    const sum = rowOf(countOf(calls[which].filter(({ by }) => by !== 'index-site')))
    const over = COLUMN_NAMES.filter((column) => sum[column] > (MOST[which][column] ?? Number.POSITIVE_INFINITY))
    expect(over.map((column) => `${column} ${sum[column]}`)).toEqual([])
  })

  it('and every function of the budget is one that was counted', () => {
    for (const which of ['failing', 'passing'] as const)
      expect(Object.keys(budgets[which]).toSorted()).toEqual(Object.keys(byFunction(calls[which])).toSorted())
  })
})
