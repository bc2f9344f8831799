import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { testReader } from '../test-reader.ts'

testReader('pdf', {
  damaged: {
    files: { 'a report': writeSample(sampleReport({ seed: 7 }), { format: 'pdf', layout: 'stroked' }) },
    answers: ['damaged', 'encrypted', 'garbled', 'scan', 'too-complex'],
    within: 8_000, // it ends by its own clock
  },
})
