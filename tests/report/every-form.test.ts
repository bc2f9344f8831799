import { describe, expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { FORMS } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'
import { ALL_VARIANTS, misread } from './read-sample.ts'

/** Rounds of reports of each form, another seed each; `bench/every-form.ts` reads hundreds. */
const ROUNDS = howMany({ few: 1, many: 4 })

const EDITIONS = ['2021', '2019'] as const

describe('a report in any form and layout', () => {
  it.each(FORMS.map((form) => [`${form.format}, ${form.layout}`, form] as const))('%s: every figure is right', async (_, form) => {
    for (let round = 0; round < ROUNDS; round++)
      // In one round each variant comes up for every form, by turns in the two editions; in two rounds in both.
      for (const [index, variants] of ALL_VARIANTS.entries())
        for (const edition of EDITIONS.filter((_, at) => index === 0 || at === (index + round) % 2)) {
          const seed = 1 + round * ALL_VARIANTS.length + index
          const sample = sampleReport({ seed, edition, year: edition === '2021' ? 2021 + (seed % 4) : 2020 })
          expect({ seed, variants, misread: await misread(sample, form, variants) }).toEqual({ seed, variants, misread: [] })
        }
  })
})
