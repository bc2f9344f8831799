import { describe, expect, it } from 'vitest'
import type { Reader } from '../../../shared/readers/reader.ts'
import { expectedFigures } from '../../generator/expected-figures.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { FORMS, writeSample } from '../../generator/write-sample.ts'
import { figuresOf, reportOf } from './read-tools.ts'

const SEEDS = 100

/** Reads every layout that the generator has of a format, and finds what the generator put in: figures, title, headings, text. */
export const readsEveryLayout = (reader: Reader): void => {
  describe(`${reader.format}, as the generator writes it`, () => {
    it.each(FORMS.filter(({ format }) => format === reader.format))(
      `reads ${SEEDS} reports of $layout`,
      async (form) => {
        for (let seed = 1; seed <= SEEDS; seed++) {
          const sample = sampleReport({ seed, ...(seed % 10 === 0 && { edition: '2019' }) })
          const report = await reportOf(reader, writeSample(sample, form))
          expect(figuresOf(report), `seed ${seed}`).toEqual(expectedFigures(sample))
          expect([report.agency, report.year, report.edition], `seed ${seed}`).toEqual([sample.agency, sample.year, sample.edition])
          expect(
            report.sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join('')),
            `seed ${seed}`,
          ).toEqual(sample.sections.map(({ paragraphs }) => paragraphs.join('')))
        }
      },
      120_000,
    )
  })
}
