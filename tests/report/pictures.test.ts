import { describe, expect, it } from 'vitest'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { expectedFigures } from '../generator/expected-figures.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { readBytes } from './read-sample.ts'

const sample = sampleReport({ seed: 7, year: 2024 })
const page = new TextDecoder().decode(writeSample(sample, { format: 'html', layout: 'official' }))
const PICTURE = '<p><img src="table.png" width="620" height="400"></p>'

/** The page with its table of that number as a picture. */
const withPicture = (number: 2 | 3 | 4): Uint8Array => {
  const tables = page.match(/<table[\s\S]*?<\/table>/g) ?? []
  return new TextEncoder().encode(page.replace(tables[number - 2] ?? '', PICTURE))
}

describe('a table that is a picture', () => {
  it.each([2, 3, 4] as const)('is told as such, and the rest is read: table %i', async (number) => {
    const report = await readBytes(withPicture(number))
    expect(report.tables[number]).toMatchObject({ state: 'picture', figures: [] })
    const findings = checkReport(report, {}).filter(({ severity }) => severity === 'error')
    expect(findings).toMatchObject([{ rule: 'readable-tables', places: [{ section: number }], facts: { state: 'picture' } }])
    const wanted = expectedFigures(sample)
    for (const other of ([2, 3, 4] as const).filter((each) => each !== number))
      expect(report.tables[other].figures.map((row) => row.map(({ value }) => value))).toEqual(wanted[other])
  })

  it('beside a table that is there does no harm', async () => {
    const report = await readBytes(new TextEncoder().encode(page.replace('<table', `${PICTURE}<table`)))
    expect(checkReport(report, {})).toEqual([])
  })
})
