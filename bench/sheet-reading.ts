/**
 * Times the readers of xlsx and xls against the library that they stand on, reading the same bytes by itself with what it needs for
 * the same answer: formats of numbers, hidden rows and columns.
 *
 *     npx tsx bench/sheet-reading.ts [FILE.xlsx|FILE.xls…]
 */
import { readFileSync } from 'node:fs'
import { type ParsingOptions, read } from '@e965/xlsx'
import { inflate } from '../functions/node/inflate.ts'
import { signsOf } from '../shared/readers/file-signs.ts'
import { READ_LIMITS } from '../shared/readers/reader.ts'
import { isXls } from '../shared/readers/signatures.ts'
import { xlsReader } from '../shared/readers/xls/reader.ts'
import { xlsxReader } from '../shared/readers/xlsx/reader.ts'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { sideBySide } from './side-by-side.ts'

const GOALS = { xlsx: 1.3, xls: 2.5 }
const OPTIONS: ParsingOptions = { type: 'array', dense: true, cellStyles: true, cellFormula: false, cellHTML: false }
const tools = { inflate, limits: READ_LIMITS }

const measure = async (name: string, bytes: Uint8Array): Promise<boolean> => {
  const isOld = isXls(signsOf(bytes))
  const own = isOld ? xlsReader : xlsxReader
  const { times, ratio } = await sideBySide(
    [
      { name: 'library', run: () => read(bytes, { ...OPTIONS }) },
      { name: 'reader', run: () => own(bytes, tools) },
    ],
    { warmUp: 60, rounds: 300 },
  )
  const [library, reader] = times
  const readerOverLibrary = ratio(1, 0)
  console.table({
    [name]: { 'library ms': library.toFixed(2), 'reader ms': reader.toFixed(2), 'reader / library': readerOverLibrary.toFixed(2) },
  })
  return readerOverLibrary <= GOALS[isOld ? 'xls' : 'xlsx']
}

const files = process.argv.slice(2).map((file) => [file, new Uint8Array(readFileSync(file))] as const)
const generated = () => {
  const report = sampleReport({ seed: 1, agency: '青岚县水务局', year: 2024, bustle: 'ordinary' })
  return (['xlsx', 'xls'] as const).map(
    (format) => [`a generated ${format}`, writeSample(report, { format, layout: 'one-sheet' })] as const,
  )
}

let reached = true
for (const [name, bytes] of files.length > 0 ? files : generated()) reached = (await measure(name, bytes)) && reached
console.log(`goals: reader / library ≤ ${GOALS.xlsx} for xlsx, ≤ ${GOALS.xls} for xls: ${reached ? 'reached' : 'missed'}`)
process.exitCode = reached ? 0 : 1
