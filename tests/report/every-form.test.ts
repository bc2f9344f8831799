import { describe, expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { FORMS } from '../generator/write-sample.ts'
import { ALL_VARIANTS, misread } from './read-sample.ts'

/** Reports of each form; `bench/every-form.ts` reads hundreds. */
const REPORTS = 8

describe('a report in any form and layout', () => {
  it.each(FORMS.map((form) => [`${form.format}, ${form.layout}`, form] as const))('%s: every figure is right', async (_, form) => {
    for (let seed = 1; seed <= REPORTS; seed++)
      for (const edition of ['2021', '2019'] as const) {
        const sample = sampleReport({ seed, edition, year: edition === '2021' ? 2021 + (seed % 4) : 2020 })
        // Every report is read plain and in two of the variants, so that all of them come up for every form.
        for (const variants of [{}, ...[seed, seed + REPORTS].map((index) => ALL_VARIANTS[index % ALL_VARIANTS.length] ?? {})])
          expect({ seed, variants, misread: await misread(sample, form, variants) }).toEqual({ seed, variants, misread: [] })
      }
  })
})
