import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import type { Report } from '../../shared/report/report.ts'
import { expectedFigures } from '../generator/expected-figures.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { FORMS, writeSample } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'

/** Formats whose layouts keep every word of the text as it was written. `tests/report/every-form.test.ts` reads the figures of all formats. */
const FORMATS = ['xlsx', 'xls', 'odt', 'ofd']

/** Made once for all layouts. */
const SAMPLES = Array.from({ length: howMany({ few: 4, many: 100 }) }, (_, index) => {
  const seed = index + 1
  const sample = sampleReport({ seed, ...(seed % 4 === 0 && { edition: '2019' }) })
  const { agency, year, edition, sections } = sample
  const wanted = {
    seed,
    figures: expectedFigures(sample),
    agency,
    year,
    edition,
    texts: sections.map(({ paragraphs }) => paragraphs.join('')),
  }
  return { sample, wanted }
})

const figuresOf = ({ tables }: Report, number: 2 | 3 | 4) => {
  const { state, figures } = tables[number]
  return state === 'read' ? figures.map((row) => row.map(({ value }) => value)) : null
}

describe('what the generator put into a report is read out of it', () => {
  it.each(FORMS.filter(({ format }) => FORMATS.includes(format)))(
    `$format, $layout: figures, title and text of ${SAMPLES.length} reports`,
    async (form) => {
      for (const { sample, wanted } of SAMPLES) {
        const reading = await readFile(writeSample(sample, form), readTools)
        if ('unreadable' in reading) throw new Error(`seed ${wanted.seed}: ${reading.unreadable}`)
        const report = recogniseReport(reading)
        expect({
          seed: wanted.seed,
          figures: { 2: figuresOf(report, 2), 3: figuresOf(report, 3), 4: figuresOf(report, 4) },
          agency: report.agency,
          year: report.year,
          edition: report.edition,
          texts: report.sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join('')),
        }).toEqual(wanted)
      }
    },
  )
})
