import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { testReader } from '../test-reader.ts'
import { streamOf, withStream } from '../xlsx/books.ts'

const report = writeSample(sampleReport({ seed: 7 }), { format: 'xls', layout: 'sheet-a-table' })

testReader('xls', {
  damaged: {
    files: { 'a report': report, 'a stream of records': withStream('Workbook', streamOf(report)) },
    answers: ['damaged', 'encrypted', 'old-format', 'too-complex'],
  },
})
