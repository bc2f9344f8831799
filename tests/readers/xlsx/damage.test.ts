import { describe, it } from 'vitest'
import { xlsReader, xlsxReader } from '../../../shared/readers/xlsx/reader.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { streamOf, withStream } from './books.ts'
import { answersBrokenBytes, answersBrokenParts } from './damage.ts'

const REPORT = sampleReport({ seed: 7 })
const XLSX = writeSample(REPORT, { format: 'xlsx', layout: 'one-sheet' })
const XLS = writeSample(REPORT, { format: 'xls', layout: 'sheet-a-table' })

describe('whatever the damage, the reader answers', () => {
  it('to the bytes of an xlsx', () => answersBrokenBytes(xlsxReader, XLSX), 60_000)
  it('to the parts of an xlsx', () => answersBrokenParts(xlsxReader, XLSX), 60_000)
  it('to the bytes of an xls', () => answersBrokenBytes(xlsReader, XLS), 60_000)
  it('to the records of an xls', () => answersBrokenBytes(xlsReader, withStream('Workbook', streamOf(XLS))), 60_000)
})
