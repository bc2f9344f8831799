import { deflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { folderWith, nianbao } from './run-command.ts'

/** A page of one word that keeps the library busy for minutes and fills any memory, though the file has some KB. */
const endlessPage = (): Uint8Array => {
  const content = deflateSync(`BT /F 9 Tf 10 10 Td (${'a'.repeat(7_000_000)}) Tj ET`)
  return Buffer.concat([
    Buffer.from(
      [
        '%PDF-1.7',
        '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
        '2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj',
        '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >> endobj',
        '5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj',
        `4 0 obj << /Length ${content.length} /Filter /FlateDecode >> stream\n`,
      ].join('\n'),
    ),
    content,
    Buffer.from('\nendstream endobj\ntrailer << /Root 1 0 R >>'),
  ])
}

it('reads the PDFs of one call one after another, also behind one that is ended by force', async () => {
  const sound = writeSample(sampleReport({ seed: 1 }), { format: 'pdf', layout: 'stroked' })
  const folder = await folderWith({ '1.pdf': sound, '2.pdf': endlessPage(), '3.pdf': sound, '4.pdf': sound })
  const { out } = await nianbao(['check', '--json', '1.pdf', '2.pdf', '3.pdf', '4.pdf'], { cwd: folder })
  const { results } = JSON.parse(out) as { results: { verdict: string; findings: { message: string }[] }[] }
  expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'unreadable', 'pass', 'pass'])
  expect(results[1]?.findings[0]?.message).toMatch(/^无法读取:文件内容过于庞杂,超过处理上限 (?:256 MB 内存|8秒)$/)
})

it('reads many PDFs at the same time, each with its own result', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 42 }, (_, index) => [
      `${index + 1}.pdf`,
      writeSample(sampleReport({ seed: index + 1, year: 2024 }), { format: 'pdf', layout: 'stroked' }),
    ]),
  )
  const folder = await folderWith(files)
  const { out } = await nianbao(['check', '--json', ...Object.keys(files)], { cwd: folder })
  const { results } = JSON.parse(out) as { results: { file: string; verdict: string; agency: string }[] }
  expect(results.map(({ file, verdict, agency }) => [file, verdict, agency])).toEqual(
    Object.keys(files).map((file, index) => [file, 'pass', sampleReport({ seed: index + 1, year: 2024 }).agency]),
  )
})
