/**
 * Times the PDF reader against what it cannot do without: the library's own lists of operators, of the same pages.
 *
 *     npx tsx bench/pdf-reading.ts [FILE.pdf…]
 */
import { readFileSync } from 'node:fs'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.min.mjs'
import { characterMap } from '../functions/node/character-map.ts'
import { inflate } from '../functions/node/inflate.ts'
import { pdfReader } from '../shared/readers/pdf/reader.ts'
import { READ_LIMITS } from '../shared/readers/reader.ts'
import { writePdf } from '../tests/generator/pdf/write-pdf.ts'
import { printReport } from '../tests/generator/print/print-report.ts'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { wordModel } from '../tests/generator/word/word-model.ts'
import { sideBySide } from './side-by-side.ts'

/** A file that brings its fonts along costs the library most of its time in reading them; those written here bring none. */
const GOALS = { files: 1.3, generated: 3 }
const tools = { inflate, characterMap, limits: READ_LIMITS }

const listOperators = async (bytes: Uint8Array): Promise<number> => {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
    standardFontDataUrl: 'node_modules/pdfjs-dist/standard_fonts/',
  })
  const document = await task.promise
  let operators = 0
  for (let page = 1; page <= document.numPages; page++) operators += (await (await document.getPage(page)).getOperatorList()).fnArray.length
  await task.destroy()
  return operators
}

const measure = async (name: string, bytes: Uint8Array, goal: number): Promise<boolean> => {
  const { times, ratio } = await sideBySide(
    [
      { name: 'operators', run: () => listOperators(bytes) },
      { name: 'reader', run: () => pdfReader(bytes, tools) },
    ],
    { warmUp: 6, rounds: 40 },
  )
  const [operators, reader] = times
  const readerOverOperators = ratio(1, 0)
  console.table({
    [name]: { 'operators ms': operators.toFixed(1), 'reader ms': reader.toFixed(1), 'reader / operators': readerOverOperators.toFixed(2) },
  })
  return readerOverOperators <= goal
}

const generated = (): (readonly [string, Uint8Array])[] => {
  const model = wordModel(printReport(sampleReport({ seed: 1, year: 2024, bustle: 'busy' })))
  return (['stroked', 'none'] as const).map((rules) => [`a generated report, rules ${rules}`, writePdf(model, { rules })] as const)
}

const files = process.argv.slice(2).map((file) => [file, new Uint8Array(readFileSync(file))] as const)
const goal = files.length > 0 ? GOALS.files : GOALS.generated
let reached = true
for (const [name, bytes] of files.length > 0 ? files : generated()) reached = (await measure(name, bytes, goal)) && reached
console.log(`goal: reader / operators ≤ ${goal}: ${reached ? 'reached' : 'missed'}`)
process.exitCode = reached ? 0 : 1
