import { describe, expect, it } from 'vitest'
import { recogniseReport } from '../../../shared/report/recognise-report.ts'
import { expectedFigures } from '../../generator/expected-figures.ts'
import { type PdfOptions, writePdf } from '../../generator/pdf/write-pdf.ts'
import { printReport } from '../../generator/print/print-report.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { wordModel } from '../../generator/word/word-model.ts'
import { contentOf } from '../test-reader.ts'
import { tablesOf } from './read-pdf.ts'

const WAYS: Record<string, PdfOptions> = {
  'framed cells': {},
  'edges drawn as thin rectangles': { rules: 'filled' },
  'no rules at all': { rules: 'none' },
  'a font that is only named': { font: 'named' },
  'a page turned on its side': { page: 'turned' },
}

for (const [way, options] of Object.entries(WAYS))
  describe(`a report printed with ${way}`, () => {
    it.each([1, 2, 3])('gives every figure, the title and six sections (sample %i)', async (seed) => {
      const sample = sampleReport({ seed, bustle: seed === 1 ? 'busy' : 'ordinary' })
      const { blocks, remarks } = await contentOf('pdf', writePdf(wordModel(printReport(sample)), options))
      const report = recogniseReport({ document: { format: 'pdf', blocks }, remarks })
      const expected = expectedFigures(sample)
      for (const table of [2, 3, 4] as const)
        expect(report.tables[table].figures.map((row) => row.map(({ value }) => value))).toEqual(expected[table])
      expect({ agency: report.agency, year: report.year, sections: report.sections.length }).toEqual({
        agency: sample.agency,
        year: sample.year,
        sections: 6,
      })
      expect(new Set(tablesOf(blocks).map(({ trust }) => trust))).toEqual(new Set([options.rules === 'none' ? 'inferred' : undefined]))
    })
  })
