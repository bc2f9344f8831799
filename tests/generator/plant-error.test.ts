import { describe, expect, it } from 'vitest'
import { RULES } from '../../shared/assessment/catalogue.ts'
import { howMany } from '../how-many.ts'
import { brokenEquations } from './broken-equations.ts'
import { ERROR_KINDS, plantError } from './plant/plant-error.ts'
import type { Expectation } from './plant/planted-error.ts'
import { printReport } from './print/print-report.ts'
import { sampleReport } from './sample-report.ts'

const SEEDS = Array.from({ length: howMany({ few: 20, many: 60 }) }, (_, seed) => seed)

/** The equation that a finding of a sum rule is about. */
const equationOf = ({ rule, cells }: Expectation): string[] => {
  const [total] = cells ?? []
  if (total === undefined) return []
  if (rule === 'table3-row-total') return [`${rule} ${total.row}`]
  if (rule === 'table3-disposition-total' || rule === 'table3-balance') return [`${rule} ${total.column}`]
  return rule === 'table4-total' ? [`${rule} ${Math.floor(total.column / 5)}`] : []
}

describe('a planted error', () => {
  it.each(ERROR_KINDS)('%s breaks the sums that it says, and no other', (kind) => {
    for (const seed of SEEDS) {
      const { report, expectations } = plantError(sampleReport({ seed, year: 2024 }), kind, seed)
      expect(brokenEquations(report).toSorted(), `seed ${seed}`).toEqual(expectations.flatMap(equationOf).toSorted())
      for (const { expected, actual } of expectations) if (expected !== undefined) expect(actual).not.toBe(expected)
    }
  })

  it.each(ERROR_KINDS)('%s changes what is printed or known beside it', (kind) => {
    for (const seed of SEEDS.slice(0, 8)) {
      const sound = sampleReport({ seed, year: 2024 })
      const { report, variants, beside, spoil, expectations } = plantError(sound, kind, seed)
      const file = new TextEncoder().encode(sound.agency)
      expect([printReport(report, variants), beside, spoil(file)], `seed ${seed}`).not.toEqual([printReport(sound), {}, file])
      expect(expectations).not.toEqual([])
    }
  })

  it.each(ERROR_KINDS)('%s is the same for the same seed', (kind) => {
    const plant = () => plantError(sampleReport({ seed: 11, year: 2023 }), kind, 5)
    const { spoil: _, ...first } = plant()
    expect(plant()).toMatchObject(first)
  })

  it('there is for every rule', () => {
    const planted = new Set(ERROR_KINDS.filter((kind) => kind !== 'table3-slip').map((kind) => kind.replace(/:.*/, '')))
    expect([...planted].toSorted()).toEqual(RULES.map(({ id }) => id).toSorted())
  })

  it('for one rule breaks no other rule, but for the slip of one cell', () => {
    for (const kind of ERROR_KINDS) {
      const rules = new Set(plantError(sampleReport({ seed: 4, year: 2024 }), kind, 9).expectations.map(({ rule }) => rule))
      if (kind === 'table3-slip') expect([...rules]).toEqual(['table3-row-total', 'table3-disposition-total'])
      else expect([...rules]).toEqual([kind.replace(/:.*/, '')])
    }
  })
})
