import { describe, expect, it } from 'vitest'
import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { howMany } from '../../how-many.ts'
import { readWith, testReader } from '../test-reader.ts'

const docx = writeSample(sampleReport({ seed: 7 }), { format: 'docx', layout: 'official' })

testReader('docx', {
  damaged: { files: { 'a report': docx }, answers: ['damaged', 'encrypted', 'unknown-format', 'too-complex', 'too-large'], runs: 200 },
})

const PLACES = howMany({ few: 40, many: 200 })

/** Parts of packed files are under sums: docx stands for all of them. */
describe('a packed file never reads as other words', () => {
  const positions = Array.from({ length: PLACES }, (_, index) => Math.floor((index * docx.length) / PLACES))
  const read = (bytes: Uint8Array) => readWith('docx', bytes)

  it('cut off anywhere: it is damaged', async () => {
    for (const length of positions) expect(await read(docx.subarray(0, length))).toEqual({ unreadable: 'damaged', format: 'docx' })
  })

  it.each([0x01, 0x80, 0xff])('with a byte changed anywhere (by %i)', async (change) => {
    const sound = await read(docx)
    const seen = new Set<string>()
    for (const at of positions) {
      const bytes = Uint8Array.from(docx)
      bytes[at] = (bytes[at] ?? 0) ^ change
      const reading = await read(bytes)
      if ('unreadable' in reading) seen.add(reading.unreadable)
      else expect(reading).toEqual(sound)
    }
    expect(seen).toContain('damaged')
  })
})
