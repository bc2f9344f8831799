import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { READ_LIMITS, type ReadLimits } from '../../shared/readers/reader.ts'
import { LAZY_READERS } from '../../shared/readers/registry.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { FORMS, writeSample } from '../generator/write-sample.ts'

/** A report that passes a limit is refused, and the limit is named. Every reader of the registry goes through this. */

const report = sampleReport({ seed: 1 })
const readWithin = (bytes: Uint8Array, limits: Partial<ReadLimits>) =>
  readFile(bytes, { ...readTools, limits: { ...READ_LIMITS, ...limits } })
const tooComplex = (format: string, limit: string) => ({ unreadable: 'too-complex', format, limit })

const PACKED = ['docx', 'odt', 'xlsx', 'ofd']
const PAGED = ['pdf', 'ofd']

describe.each(LAZY_READERS)('a $format that passes a limit is refused', ({ format }) => {
  const forms = FORMS.filter((form) => form.format === format)
  const [first] = forms

  it.each(forms.map((form) => [form.layout, form] as const))('of letters: %s', async (_, form) =>
    expect(await readWithin(writeSample(report, form), { characters: 100 })).toEqual(tooComplex(format, '100字')),
  )

  it('of cells, of bytes and of unpacked bytes', async () => {
    if (first === undefined) throw new Error(`the generator writes no ${format}`)
    const bytes = writeSample(report, first)
    expect(await readWithin(bytes, { cells: 20 })).toEqual(tooComplex(format, '20个段落或单元格'))
    expect(await readWithin(bytes, { fileBytes: 100 })).toMatchObject({ unreadable: 'too-large', format: null })
    if (PACKED.includes(format)) expect(await readWithin(bytes, { unpackedBytes: 500 })).toMatchObject({ unreadable: 'too-large', format })
    if (PAGED.includes(format)) expect(await readWithin(bytes, { pages: 1 })).toEqual(tooComplex(format, '1页'))
    expect(await readWithin(bytes, {})).toHaveProperty('document')
  })
})
