import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Format } from '../../shared/document/document.ts'
import type { UnreadableReason } from '../../shared/document/reading.ts'
import type { Reader } from '../../shared/readers/reader.ts'
import { LAZY_READERS } from '../../shared/readers/registry.ts'
import { withCpuTime } from '../cpu-time.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeWord97 } from '../generator/word97/write-word97.ts'
import { type Form, writeSample } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'
import { damagedBytes, damagedParts } from './damage.ts'
import { joinBytes, toUtf8 } from './encoding/chinese-bytes.ts'
import { changed, pages } from './html/pages.ts'
import { base64, message, part, quotedPrintable } from './mht/message.ts'
import { readWith } from './test-reader.ts'
import { layouts } from './text/layouts.ts'
import { streamOf, withStream } from './xlsx/books.ts'

/** Whatever is done to the bytes of a file, its reader answers, and soon. Every reader of the registry goes through this. */

const report = sampleReport({ seed: 7 })
const sample = (form: Form): Uint8Array => writeSample(report, form)
const fixture = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, import.meta.url)))

const docx = sample({ format: 'docx', layout: 'official' })
const xls = sample({ format: 'xls', layout: 'sheet-a-table' })
const picture = part('image/png', 'base64', base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))
const page = part('text/html; charset="utf-8"', 'quoted-printable', quotedPrintable(toUtf8(pages['tables with spans']?.html ?? '')))
const wideRow = writeWord97({ blocks: ['甲', { rows: [Array.from({ length: 15 }, (_, index) => ({ text: String(index) }))] }] })

const TEXT_ANSWERS: readonly UnreadableReason[] = ['garbled']
const PACKED_ANSWERS: readonly UnreadableReason[] = ['damaged', 'encrypted', 'unknown-format', 'too-complex', 'too-large']

type Case = {
  /** Sound files, each with something of its own in it. */
  readonly files: Readonly<Record<string, Uint8Array>>
  /** What damage may make of them, where they are read no more. */
  readonly answers: readonly UnreadableReason[]
  /** How many damaged copies of each are read in a long run. */
  readonly runs: number
}
const CASES: Readonly<Record<Format, Case>> = {
  txt: {
    files: {
      'rows in every spelling': toUtf8(
        Object.values(layouts)
          .map(({ text }) => text)
          .join('\n'),
      ),
    },
    answers: TEXT_ANSWERS,
    runs: 200,
  },
  html: {
    files: {
      'pages of every kind': joinBytes(
        toUtf8('<meta charset="utf-8">'),
        toUtf8([...Object.values(pages), ...Object.values(changed)].map(({ html }) => html).join('\n')),
      ),
    },
    answers: TEXT_ANSWERS,
    runs: 200,
  },
  mht: { files: { 'a page among pictures': message(picture, page, picture) }, answers: ['damaged', ...TEXT_ANSWERS], runs: 200 },
  rtf: {
    files: {
      'a report of GBK letters': sample({ format: 'rtf', layout: 'gbk' }),
      'a file of LibreOffice': fixture('rtf/files/libreoffice-mixed.rtf'),
    },
    answers: ['damaged', 'too-complex'],
    runs: 300,
  },
  doc: {
    files: { 'a row of a stream of its own': wideRow, 'a file of LibreOffice': fixture('word97/files/libreoffice-mixed.doc') },
    answers: ['damaged', 'encrypted', 'old-format', 'unknown-format', 'too-complex'],
    runs: 300,
  },
  docx: { files: { 'a report': docx }, answers: PACKED_ANSWERS, runs: 200 },
  odt: {
    files: {
      'a report': sample({ format: 'odt', layout: 'repeated-columns' }),
      'a file of LibreOffice': fixture('odt/files/libreoffice-mixed.odt'),
    },
    answers: PACKED_ANSWERS,
    runs: 150,
  },
  xlsx: { files: { 'a report': sample({ format: 'xlsx', layout: 'one-sheet' }) }, answers: PACKED_ANSWERS, runs: 150 },
  xls: {
    files: { 'a report': xls, 'a stream of records': withStream('Workbook', streamOf(xls)) },
    answers: ['damaged', 'encrypted', 'old-format', 'too-complex'],
    runs: 150,
  },
  pdf: {
    files: { 'a report': sample({ format: 'pdf', layout: 'stroked' }) },
    answers: ['damaged', 'encrypted', 'garbled', 'scan', 'too-complex'],
    runs: 150,
  },
  ofd: { files: { 'a report': sample({ format: 'ofd', layout: 'rules' }) }, answers: ['garbled', 'scan', ...PACKED_ANSWERS], runs: 150 },
}

const PACKED: ReadonlySet<Format> = new Set(['docx', 'odt', 'xlsx', 'ofd'])

const MOST_MILLISECONDS = 3_000
/** PDF ends by its own clock. */
const MOST_OF_PDF = 8_000

const answers = async (reader: Reader, files: fc.Arbitrary<Uint8Array>): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const { result: reading, milliseconds } = await withCpuTime(() => readWith(reader, file))
      expect(milliseconds).toBeLessThan(reader.format === 'pdf' ? MOST_OF_PDF : MOST_MILLISECONDS)
      if ('unreadable' in reading) expect(CASES[reader.format].answers).toContain(reading.unreadable)
      else expect(reading.document.format).toBe(reader.format)
    }),
    { numRuns: Math.ceil(CASES[reader.format].runs / howMany({ few: 6, many: 1 })), seed: 33190 },
  )
}

describe.each(LAZY_READERS)('the reader of $format answers', ({ format, load }) => {
  it.each(Object.entries(CASES[format].files))('whatever the damage to the bytes of %s', async (_, file) =>
    answers(await load(), damagedBytes(file)),
  )

  if (PACKED.has(format))
    it.each(Object.entries(CASES[format].files))('whatever the damage to the parts of %s', async (_, file) =>
      answers(await load(), damagedParts(file)),
    )
})

const PLACES = howMany({ few: 40, many: 200 })

/** Parts of packed files are under sums: docx stands for all of them. */
describe('a packed file never reads as other words', () => {
  const positions = Array.from({ length: PLACES }, (_, index) => Math.floor((index * docx.length) / PLACES))
  const docxReader = LAZY_READERS.find(({ format }) => format === 'docx')
  const read = async (bytes: Uint8Array) => {
    if (docxReader === undefined) throw new Error('no reader of docx')
    return readWith(await docxReader.load(), bytes)
  }

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
