import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { FORMS, writeSample } from '../generator/write-sample.ts'

const read = (bytes: Uint8Array) => readFile(bytes, readTools)
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('a file of unknown format', () => {
  it.each(FORMS.map((form) => [`${form.format}, ${form.layout}`, form] as const))('is told by its content: %s', async (_, form) => {
    expect(await read(writeSample(sampleReport({ seed: 1 }), form))).toMatchObject({ document: { format: form.format } })
  })

  it('is nothing', async () => expect(await read(new Uint8Array())).toEqual({ unreadable: 'empty', format: null }))

  it('is white space alone', async () => expect(await read(latin1(' \n\t\n'))).toEqual({ unreadable: 'empty', format: 'txt' }))

  it('is a picture', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array.from({ length: 200 }, (_, index) => index % 7)])
    expect(await read(png)).toEqual({ unreadable: 'unknown-format', format: null })
  })

  it('is larger than the limit, which is named', async () =>
    expect(await read(new Uint8Array(READ_LIMITS.fileBytes + 1))).toEqual({ unreadable: 'too-large', format: null, limit: '25 MB' }))

  it.each(['docx', 'xlsx', 'odt'] as const)('is a %s cut off anywhere: damaged, and never taken for text', async (format) => {
    const form = FORMS.find((each) => each.format === format)
    if (form === undefined) throw new Error(`no form ${format}`)
    const whole = writeSample(sampleReport({ seed: 1 }), form)
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
      expect(await read(whole.slice(0, Math.floor(whole.length * share)))).toMatchObject({ unreadable: 'damaged' })
  })

  it('is a packed file of another kind', async () => {
    const empty = latin1(`PK\x03\x04${'\0'.repeat(40)}PK\x05\x06${'\0'.repeat(18)}`)
    expect(await read(empty)).toEqual({ unreadable: 'unknown-format', format: null })
  })
})
