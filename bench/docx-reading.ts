/**
 * Times the docx reader against mammoth and against the least that reading can cost (the bound): unpacking the same part, decoding
 * it and looking at each letter once. Beside it, unpacking and looking at each byte, which reads no word yet.
 *
 *     npx tsx bench/docx-reading.ts [FILE.docx…]
 */
import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { inflate } from '../functions/node/inflate.ts'
import { docxReader } from '../shared/readers/docx/reader.ts'
import { READ_LIMITS } from '../shared/readers/reader.ts'
import { openZip } from '../shared/readers/zip/zip.ts'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { sideBySide } from './side-by-side.ts'

const GOALS = { mammothOverReader: 20, readerOverBound: 1.7 }
const tools = { inflate, limits: READ_LIMITS }
const decoder = new TextDecoder()

const unpack = async (bytes: Uint8Array): Promise<Uint8Array> =>
  (await openZip(bytes, tools).read('word/document.xml')) ?? new Uint8Array(0)

const lookAtBytes = async (bytes: Uint8Array): Promise<number> => {
  const part = await unpack(bytes)
  let tags = 0
  for (let at = 0; at < part.length; at++) if (part[at] === 0x3c) tags++
  return tags
}

const lookAtLetters = async (bytes: Uint8Array): Promise<number> => {
  const text = decoder.decode(await unpack(bytes))
  let tags = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 0x3c) tags++
  return tags
}

const measure = async (name: string, bytes: Uint8Array): Promise<boolean> => {
  const buffer = Buffer.from(bytes)
  const read = { name: 'reader', run: () => docxReader(bytes, tools) }
  const bounds = await sideBySide([
    { name: 'each byte', run: () => lookAtBytes(bytes) },
    { name: 'each letter', run: () => lookAtLetters(bytes) },
    read,
  ])
  const [byBytes, byLetters, reader] = bounds.times
  const beside = await sideBySide([read, { name: 'mammoth', run: () => mammoth.convertToHtml({ buffer }) }], { warmUp: 10, rounds: 40 })
  const [, mammothTime] = beside.times
  const [readerOverBound, mammothOverReader] = [bounds.ratio(2, 1), beside.ratio(1, 0)]
  console.table({
    [name]: {
      'each byte ms': byBytes.toFixed(2),
      'bound ms': byLetters.toFixed(2),
      'reader ms': reader.toFixed(2),
      'mammoth ms': mammothTime.toFixed(1),
      'reader / bound': readerOverBound.toFixed(2),
      'mammoth / reader': mammothOverReader.toFixed(1),
    },
  })
  return readerOverBound <= GOALS.readerOverBound && mammothOverReader >= GOALS.mammothOverReader
}

const files = process.argv.slice(2).map((file) => [file, new Uint8Array(readFileSync(file))] as const)
const generated = () => {
  const report = sampleReport({ seed: 1, agency: '青岚县水务局', year: 2024, bustle: 'ordinary' })
  return [['a generated report', writeSample(report, { format: 'docx', layout: 'official' })] as const]
}

let reached = true
for (const [name, bytes] of files.length > 0 ? files : generated()) reached = (await measure(name, bytes)) && reached
console.log(
  `goals: reader / bound ≤ ${GOALS.readerOverBound}, mammoth / reader ≥ ${GOALS.mammothOverReader}: ${reached ? 'reached' : 'missed'}`,
)
process.exitCode = reached ? 0 : 1
