import { deflateSync } from 'node:zlib'
import { writeWord97 } from '../../tests/generator/word97/write-word97.ts'
import { AFTER, BEFORE_TABLE, BEFORE_TEXT, FULL, type LargeFile, MB, row, sentence, times, upTo } from './report-around.ts'

const tableOf = (count: number) => ({
  kind: 'table' as const,
  columns: 8,
  headRows: 0,
  rows: Array.from({ length: count }, (_, n) => row(n).map((text) => ({ text, columnSpan: 1, rowSpan: 1 }))),
})
const WORD: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['one text', () => writeWord97({ blocks: [...BEFORE_TABLE, ...BEFORE_TEXT, '公'.repeat(2 * MB), ...AFTER] })],
  [
    '5,000 paragraphs',
    () => writeWord97({ blocks: [...BEFORE_TABLE, ...BEFORE_TEXT, ...Array.from({ length: 5_000 }, (_, n) => sentence(n)), ...AFTER] }),
  ],
  ['a table of 1,500 rows', () => writeWord97({ blocks: [...BEFORE_TABLE, tableOf(1_500), ...BEFORE_TEXT, ...AFTER] })],
  ['a table of 2,900 rows', () => writeWord97({ blocks: [...BEFORE_TABLE, tableOf(2_900), ...BEFORE_TEXT, ...AFTER] })],
]

/** A PDF of pages whose content streams are packed; with a standard font, as the library then needs no file. */
const pdf = (pages: readonly string[]): Uint8Array => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const starts: number[] = []
  let size = parts[0]?.length ?? 0
  const add = (...pieces: readonly (string | Buffer)[]): void => {
    starts.push(size)
    const whole = Buffer.concat([`${starts.length} 0 obj\n`, ...pieces, '\nendobj\n'].map((piece) => Buffer.from(piece)))
    parts.push(whole)
    size += whole.length
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}] >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const [n, content] of pages.entries()) {
    const packed = deflateSync(content, { level: 1 })
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + n * 2} 0 R >>`)
    add(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, packed, '\nendstream')
  }
  const entries = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${size}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}
const shown = (text: string, n: number): string => `BT /F 9 Tf ${(n * 37) % 500} ${(n * 11) % 800} Td (${text}) Tj ET\n`
const drawn = (n: number): string => `${n % 500} ${(n * 7) % 800} m ${(n * 3) % 500} ${(n * 7) % 800} l S\n`
const full = (n: number): string => times(12, (line) => shown(`The words of page ${n}, line ${line} and more of them`, line))
const PDF: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['300 pages', () => pdf(Array.from({ length: 300 }, (_, n) => full(n)))],
  ['20,000 pages', () => pdf(Array.from({ length: 20_000 }, () => shown('1', 1)))],
  ['one text to the end', () => pdf([`BT /F 9 Tf 10 10 Td (${'a'.repeat(100 * MB)}) Tj ET`])],
  ['one text', () => pdf([`BT /F 9 Tf 10 10 Td (${'a'.repeat(7 * MB)}) Tj ET`])],
  ['one text, shown by 100 pages', () => pdf(Array.from({ length: 100 }, () => `BT /F 9 Tf 10 10 Td (${'a'.repeat(7 * MB)}) Tj ET`))],
  ['a path of 7 MB', () => pdf([`${'1 2 l '.repeat(1.1 * MB)}S`])],
  ['7 MB of saves', () => pdf(['q '.repeat(3.5 * MB)])],
  ['7 MB of arrays', () => pdf([`${'[1]'.repeat(2.3 * MB)}TJ`])],
  ['900,000 operators of text', () => pdf([times(180_000, (n) => shown('word', n))])],
  ['900,000 operators of lines', () => pdf([times(300_000, drawn)])],
  ['operators to the end', () => pdf([upTo(60 * MB, drawn)])],
  ['20,000 lines and letters', () => pdf([times(20_000, drawn) + times(20_000, (n) => shown('word', n))])],
  [
    '300 pages of 2,000 letters and lines',
    () => pdf(Array.from({ length: 300 }, () => times(1_000, drawn) + times(500, (n) => shown('1111', n)))),
  ],
  ['a packed stream of a gigabyte', () => pdf([' '.repeat(500 * MB)])],
  ['one path', () => pdf([`${'1 2 l '.repeat(10 * MB)}S`])],
  ['nested arrays', () => pdf(['['.repeat(20 * MB)])],
  ['saves', () => pdf(['q '.repeat(20 * MB)])],
]

export const BINARIES: readonly LargeFile[] = [
  ...WORD.map(([name, make]) => ({ name: `doc: ${name}`, make })),
  {
    name: 'doc: a header and nothing',
    make: () => Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.alloc(FULL)]),
  },
  ...PDF.map(([name, make]) => ({ name: `pdf: ${name}`, make })),
]
