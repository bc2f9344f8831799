import { readFileSync } from 'node:fs'
import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { testReader } from '../test-reader.ts'

testReader('odt', {
  damaged: {
    files: {
      'a report': writeSample(sampleReport({ seed: 7 }), { format: 'odt', layout: 'repeated-columns' }),
      'a file of LibreOffice': new Uint8Array(readFileSync(new URL('files/libreoffice-mixed.odt', import.meta.url))),
    },
    answers: ['damaged', 'encrypted', 'unknown-format', 'too-complex', 'too-large'],
  },
})
