import { expect, it } from 'vitest'
import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { readDocx } from './docx-file.ts'

const report = sampleReport({ seed: 3, agency: '青岚县水务局', year: 2024, bustle: 'ordinary' })
const whole = writeSample(report, { format: 'docx', layout: 'official' })
const POSITIONS = Array.from({ length: 200 }, (_, index) => Math.floor((index * whole.length) / 200))

/** The reader's answer, in a word; whatever it throws fails the test. */
const answer = async (bytes: Uint8Array): Promise<string> => {
  const reading = await readDocx(bytes)
  return 'unreadable' in reading ? reading.unreadable : 'read'
}

it('a file cut off anywhere is damaged', async () => {
  const answers = await Promise.all(POSITIONS.map((length) => answer(whole.subarray(0, length))))
  expect(new Set(answers)).toEqual(new Set(['damaged']))
})

it.each([0x01, 0x80, 0xff])('a byte changed anywhere (by %i) is read or an answer, and never other words', async (change) => {
  const sound = await readDocx(whole)
  const seen = new Set<string>()
  for (const at of POSITIONS) {
    const changed = Uint8Array.from(whole)
    changed[at] = (changed[at] ?? 0) ^ change
    const reading = await readDocx(changed)
    seen.add('unreadable' in reading ? reading.unreadable : 'read')
    if ('document' in reading) expect(reading).toEqual(sound)
  }
  expect(seen).toContain('damaged')
})
