import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withCpuTime } from '../../cpu-time.ts'
import { type PdfOptions, writePdf } from '../../generator/pdf/write-pdf.ts'
import { printReport } from '../../generator/print/print-report.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { wordModel } from '../../generator/word/word-model.ts'
import { damaged } from '../html/damage.ts'
import { readPdf, withoutMaps } from './read-pdf.ts'

const report = (options: PdfOptions = {}) => writePdf(wordModel(printReport(sampleReport({ seed: 7 }))), options)

describe('a PDF that cannot be read', () => {
  it.each([
    ['scan', report({ text: 'picture' })],
    ['garbled', report({ font: 'meaningless' })],
    ['encrypted', report({ underPassword: true })],
    ['damaged', new TextEncoder().encode('%PDF-1.7 and nothing more')],
  ])('is %s', async (unreadable, bytes) => {
    expect(await readPdf(bytes)).toEqual({ unreadable, format: 'pdf' })
  })

  it('has more pages than allowed', async () => {
    expect(await readPdf(report(), { pages: 1 })).toEqual({ unreadable: 'too-complex', format: 'pdf', limit: '1页' })
  })

  it('has more letters than allowed', async () => {
    expect(await readPdf(report(), { characters: 100 })).toEqual({ unreadable: 'too-complex', format: 'pdf', limit: '100字' })
  })

  it('takes longer than allowed', async () => {
    expect(await readPdf(report(), { milliseconds: 1 })).toEqual({ unreadable: 'too-complex', format: 'pdf', limit: '0.001秒' })
  })

  it('draws without end', async () => {
    const endless = new TextEncoder().encode(endlessPage(1_200_000))
    expect(await readPdf(endless, { milliseconds: 60_000 })).toEqual({
      unreadable: 'too-complex',
      format: 'pdf',
      limit: '1000000个绘图指令',
    })
  })

  it('is our failure where the character maps are not at hand', async () => {
    await expect(withoutMaps(report({ font: 'named' }))).rejects.toThrow('character maps')
  })
})

const endlessPage = (operators: number): string =>
  [
    '%PDF-1.7',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >> endobj',
    `4 0 obj << /Length ${operators * 4} >> stream\n${'1 w\n'.repeat(operators)}\nendstream endobj`,
    'trailer << /Root 1 0 R >>',
  ].join('\n')

describe('a damaged PDF', () => {
  it('is answered for, soon, whatever the damage', async () => {
    const sound = report()
    await fc.assert(
      fc.asyncProperty(damaged(sound), async (bytes) => {
        const { result: reading, milliseconds } = await withCpuTime(() => readPdf(bytes))
        expect(milliseconds).toBeLessThan(8_000)
        if ('unreadable' in reading) expect(['damaged', 'encrypted', 'garbled', 'scan', 'too-complex']).toContain(reading.unreadable)
        else expect(reading.document.format).toBe('pdf')
      }),
      { numRuns: 150, seed: 11 },
    )
  })
})
