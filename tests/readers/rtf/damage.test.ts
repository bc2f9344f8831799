import { readFileSync } from 'node:fs'
import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { testReader } from '../test-reader.ts'

testReader('rtf', {
  damaged: {
    files: {
      'a report of GBK letters': writeSample(sampleReport({ seed: 7 }), { format: 'rtf', layout: 'gbk' }),
      'a file of LibreOffice': new Uint8Array(readFileSync(new URL('files/libreoffice-mixed.rtf', import.meta.url))),
    },
    answers: ['damaged', 'too-complex'],
    runs: 300,
  },
})
