import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { testReader } from '../test-reader.ts'

testReader('xlsx', {
  damaged: {
    files: { 'a report': writeSample(sampleReport({ seed: 7 }), { format: 'xlsx', layout: 'one-sheet' }) },
    answers: ['damaged', 'encrypted', 'unknown-format', 'too-complex', 'too-large'],
  },
})
