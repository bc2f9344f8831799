import { expect, it } from 'vitest'
import { readTools } from '../../../functions/node/read-tools.ts'
import { answerOf } from '../../../shared/readers/read-file.ts'
import { type PdfOptions, writePdf } from '../../generator/pdf/write-pdf.ts'
import { printReport } from '../../generator/print/print-report.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { wordModel } from '../../generator/word/word-model.ts'
import { testReader } from '../test-reader.ts'

const report = (options: PdfOptions = {}) => writePdf(wordModel(printReport(sampleReport({ seed: 7 }))), options)

const endlessPage = (operators: number): string =>
  [
    '%PDF-1.7',
    '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
    '2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj',
    '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >> endobj',
    `4 0 obj << /Length ${operators * 4} >> stream\n${'1 w\n'.repeat(operators)}\nendstream endobj`,
    'trailer << /Root 1 0 R >>',
  ].join('\n')

const endless = new TextEncoder().encode(endlessPage(1_200_000))

testReader('pdf', {
  refuses: {
    'a scan': { file: report({ text: 'picture' }), unreadable: 'scan' },
    'letters without meaning': { file: report({ font: 'meaningless' }), unreadable: 'garbled' },
    'a file under a password': { file: report({ underPassword: true }), unreadable: 'encrypted' },
    'a file that is none': { file: new TextEncoder().encode('%PDF-1.7 and nothing more'), unreadable: 'damaged' },
    'more pages than the limit': { file: report(), limits: { pages: 1 }, unreadable: 'too-complex', limit: '1页' },
    'more letters than the limit': { file: report(), limits: { characters: 100 }, unreadable: 'too-complex', limit: '100字' },
    'what takes longer than the limit': { file: report(), limits: { milliseconds: 1 }, unreadable: 'too-complex', limit: '0.001秒' },
    'a page that draws without end': {
      file: endless,
      limits: { milliseconds: 60_000 },
      unreadable: 'too-complex',
      limit: '1000000个绘图指令',
    },
  },
})

it('fails by our own fault where the character maps are not at hand', async () => {
  const { inflate, limits } = readTools
  await expect(answerOf('pdf', report({ font: 'named' }), { inflate, limits })).rejects.toThrow('character maps')
})
