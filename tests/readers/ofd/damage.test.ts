import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { testReader } from '../test-reader.ts'

testReader('ofd', {
  damaged: {
    files: { 'a report': writeSample(sampleReport({ seed: 7 }), { format: 'ofd', layout: 'rules' }) },
    answers: ['garbled', 'scan', 'damaged', 'encrypted', 'unknown-format', 'too-complex', 'too-large'],
  },
})
