import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import type { Reading } from '../../shared/document/reading.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { READ_LIMITS, type ReadLimits, tooDeep, tooSlow } from '../../shared/readers/reader.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { FORMS, formName, writeSample } from '../generator/write-sample.ts'
import { isZip } from './damage.ts'

/**
 * A report that passes a limit is refused, and the limit is named. Every form that the generator writes goes through this; `testReader` asks
 * the same of the files of a reader's own test.
 */

const report = sampleReport({ seed: 1 })
const readWithin = (bytes: Uint8Array, limits: Partial<ReadLimits>) =>
  readFile(bytes, { ...readTools, limits: { ...READ_LIMITS, ...limits } })
const tooComplex = (format: string, limit: string) => ({ unreadable: 'too-complex', format, limit })

/** Whether every piece of a document has its page, as in formats that are set on pages. */
const isSetOnPages = (reading: Reading): boolean =>
  'document' in reading && reading.document.blocks.every(({ source }) => source.page !== undefined)

describe.each([...new Set(FORMS.map(({ format }) => format))])('a %s that passes a limit is refused', (format) => {
  const forms = FORMS.filter((form) => form.format === format)

  it.for(forms.map((form) => [formName(form), form] as const))('%s', async ([, form]) => {
    const bytes = writeSample(report, form)
    expect(await readWithin(bytes, { characters: 100 })).toEqual(tooComplex(format, '100字'))
    if (form !== forms[0]) return
    const sound = await readWithin(bytes, {})
    expect(sound).toHaveProperty('document')
    expect(await readWithin(bytes, { cells: 20 })).toEqual(tooComplex(format, '20个段落或单元格'))
    expect(await readWithin(bytes, { fileBytes: 100 })).toMatchObject({ unreadable: 'too-large', format: null })
    if (isZip(bytes)) expect(await readWithin(bytes, { unpackedBytes: 500 })).toMatchObject({ unreadable: 'too-large', format })
    if (isSetOnPages(sound)) expect(await readWithin(bytes, { pages: 1 })).toEqual(tooComplex(format, '1页'))
    expect([sound, tooComplex(format, tooDeep({ nesting: 1 }))]).toContainEqual(await readWithin(bytes, { nesting: 1 }))
    expect([sound, tooComplex(format, tooSlow({ milliseconds: 1 }))]).toContainEqual(await readWithin(bytes, { milliseconds: 1 }))
  })
})
