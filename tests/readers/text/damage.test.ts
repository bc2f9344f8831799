import { toUtf8 } from '../encoding/chinese-bytes.ts'
import { testReader } from '../test-reader.ts'
import { layouts } from './layouts.ts'

const rows = Object.values(layouts).map(({ text }) => text)

testReader('txt', { damaged: { files: { 'rows in every spelling': toUtf8(rows.join('\n')) }, answers: ['garbled'], runs: 200 } })
