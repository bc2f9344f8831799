import { readFileSync } from 'node:fs'
import { writeWord97 } from '../../generator/word97/write-word97.ts'
import { testReader } from '../test-reader.ts'

const wideRow = writeWord97({ blocks: ['甲', { rows: [Array.from({ length: 15 }, (_, index) => ({ text: String(index) }))] }] })

testReader('doc', {
  damaged: {
    files: {
      'a row of a stream of its own': wideRow,
      'a file of LibreOffice': new Uint8Array(readFileSync(new URL('files/libreoffice-mixed.doc', import.meta.url))),
    },
    answers: ['damaged', 'encrypted', 'old-format', 'unknown-format', 'too-complex'],
    runs: 300,
  },
})
