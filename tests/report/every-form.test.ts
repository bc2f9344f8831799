import { describe, expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { ALL_FORMS, formName } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'
import { ALL_VARIANTS, misread } from './read-sample.ts'

/** Rounds of reports of each form, another seed each; `bench/every-form.ts` reads hundreds. */
const ROUNDS = howMany({ few: 1, many: 4 })

const EDITIONS = ['2021', '2019'] as const

/** One form in so many, by turns, reads a variant; the plain report and the one with all together are read in every form. */
const BY_TURNS = howMany({ few: 4, many: 1 })

const isRead = (variant: number, form: number): boolean =>
  variant === 0 || variant === ALL_VARIANTS.length - 1 || (variant + form) % BY_TURNS === 0

describe('a report in any form and layout', () => {
  it.each(ALL_FORMS.map((form, at) => [formName(form), form, at] as const))('%s: every figure is right', async (_, form, at) => {
    const read = [...ALL_VARIANTS.entries()].filter(([index]) => isRead(index, at))
    for (let round = 0; round < ROUNDS; round++)
      // In one round by turns in the two editions; in two rounds in both.
      for (const [index, variants] of read)
        for (const edition of EDITIONS.filter((_, which) => index === 0 || which === (Math.floor(index / 2) + round) % 2)) {
          const seed = 1 + round * ALL_VARIANTS.length + index
          const sample = sampleReport({ seed, edition, year: edition === '2021' ? 2021 + (seed % 4) : 2020 })
          expect({ seed, variants, misread: await misread(sample, form, variants) }).toEqual({ seed, variants, misread: [] })
        }
  })
})
