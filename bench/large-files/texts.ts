import { encodeGbk } from '../../tests/generator/rtf/encode-gbk.ts'
import { AFTER, BEFORE_TABLE, BEFORE_TEXT, FULL, type LargeFile, row, sentence, times, upTo } from './report-around.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const gbk = (text: string): Uint8Array => Buffer.concat(Array.from(text, (letter) => encodeGbk(letter) ?? Buffer.from(letter, 'latin1')))
const ROOM = 4096

const lines = (table: string, text: string): string =>
  [...BEFORE_TABLE, table, ...BEFORE_TEXT, text, ...AFTER].filter((line) => line !== '').join('\n')
const pipes = (number: number): string => `| ${row(number).join(' | ')} |\n`

export const TEXTS: readonly LargeFile[] = [
  { name: 'txt: one line of words', make: () => utf8(lines('', upTo(FULL - ROOM, sentence))) },
  { name: 'txt: one line without a blank', make: () => utf8(lines('', '公'.repeat((FULL - ROOM) / 3))) },
  {
    name: 'txt: one line of figures',
    make: () =>
      utf8(
        lines(
          upTo(FULL - ROOM, (n) => `${n % 1000} `),
          '',
        ),
      ),
  },
  {
    name: 'txt: lines of a letter',
    make: () =>
      utf8(
        lines(
          '',
          upTo(FULL - ROOM, () => '1\n'),
        ),
      ),
  },
  { name: 'txt: line breaks alone', make: () => utf8(lines('', '\n'.repeat(FULL - ROOM))) },
  {
    name: 'txt: 19,000 lines',
    make: () =>
      utf8(
        lines(
          '',
          times(19_000, (n) => `${sentence(n)}\n`),
        ),
      ),
  },
  {
    name: 'txt: 190,000 lines',
    make: () =>
      utf8(
        lines(
          '',
          times(190_000, (n) => `${sentence(n)}\n`),
        ),
      ),
  },
  { name: 'txt: a pipe table to the end', make: () => utf8(lines(upTo(FULL - ROOM, pipes), '')) },
  { name: 'txt: a pipe table of 5,400 rows', make: () => utf8(lines(times(5_400, pipes), '')) },
  { name: 'txt: a pipe table of 19,000 rows', make: () => utf8(lines(times(19_000, pipes), '')) },
  { name: 'txt: one row of bars', make: () => utf8(lines('|'.repeat(FULL - ROOM), '')) },
  { name: 'txt: GB18030', make: () => gbk(lines('', upTo(FULL, sentence))).subarray(0, FULL) },
  {
    name: 'txt: a figure a line',
    make: () =>
      utf8(
        lines(
          times(190_000, (n) => `${n % 10}\n`),
          '',
        ),
      ),
  },
]

const page = (table: string, text: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${[...BEFORE_TABLE.map((line) => `<p>${line}</p>`), table, ...BEFORE_TEXT.map((line) => `<p>${line}</p>`), text, ...AFTER.map((line) => `<p>${line}</p>`)].join('\n')}</body></html>`
const tableRow = (number: number): string =>
  `<tr>${row(number)
    .map((text) => `<td>${text}</td>`)
    .join('')}</tr>\n`
const table = (rows: string): string => `<table>${rows}</table>`

const PAGES: readonly (readonly [name: string, page: () => string])[] = [
  ['nested divs', () => page('', '<div>'.repeat((FULL - ROOM) / 5))],
  ['nested tables', () => page('<table><tr><td>'.repeat((FULL - ROOM) / 15), '')],
  ['one table to the end', () => page(table(upTo(FULL - ROOM, tableRow)), '')],
  ['a table of 5,400 rows', () => page(table(times(5_400, tableRow)), '')],
  ['a table of 2,900 rows', () => page(table(times(2_900, tableRow)), '')],
  [
    'paragraphs to the end',
    () =>
      page(
        '',
        upTo(FULL - ROOM, (n) => `<p>${sentence(n)}</p>`),
      ),
  ],
  [
    '190,000 paragraphs',
    () =>
      page(
        '',
        times(190_000, (n) => `<p>${sentence(n)}</p>`),
      ),
  ],
  ['empty paragraphs', () => page('', '<p></p>'.repeat((FULL - ROOM) / 7))],
  ['one paragraph', () => page('', `<p>${upTo(FULL - ROOM, sentence)}</p>`)],
  ['one attribute', () => page(`<table style="${'a:b;'.repeat((FULL - ROOM) / 4)}"></table>`, '')],
  ['entities', () => page('', '&#20844;'.repeat((FULL - ROOM) / 8))],
  ['tags that never end', () => page('', '<p '.repeat((FULL - ROOM) / 3))],
  ['wide spans', () => page(table(upTo(FULL - ROOM, () => '<tr><td colspan=1000 rowspan=1000>1')), '')],
]

export const HTML_PAGES: readonly LargeFile[] = PAGES.map(([name, make]) => ({ name: `html: ${name}`, make: () => utf8(make()) }))

const BOUNDARY = 'the-next-part'
const message = (encoding: string, content: string): Uint8Array =>
  utf8(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="${BOUNDARY}"\r\n\r\n--${BOUNDARY}\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`,
  )
const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')
const BASE64_ROOM = 18.1 * 1024 * 1024

export const MESSAGES: readonly LargeFile[] = [
  {
    name: 'mht: base64, paragraphs',
    make: () =>
      message(
        'base64',
        base64(
          page(
            '',
            upTo(BASE64_ROOM, (n) => `<p>${sentence(n)}</p>`),
          ),
        ),
      ),
  },
  { name: 'mht: base64, one table', make: () => message('base64', base64(page(table(upTo(BASE64_ROOM, tableRow)), ''))) },
  { name: 'mht: quoted-printable, escapes alone', make: () => message('quoted-printable', '=E5=85=AC'.repeat((FULL - ROOM) / 9)) },
  { name: 'mht: as it is, one paragraph', make: () => message('8bit', page('', upTo(FULL - ROOM, sentence))) },
  { name: 'mht: boundary lines alone', make: () => message('8bit', `\n--${BOUNDARY}`.repeat((FULL - ROOM) / (BOUNDARY.length + 3))) },
]

const escaped = (text: string): string =>
  Array.from(text, (letter) =>
    (letter.codePointAt(0) ?? 0) < 128
      ? letter
      : `\\u${letter.charCodeAt(0) < 32768 ? letter.charCodeAt(0) : letter.charCodeAt(0) - 65536}?`,
  ).join('')
const rtf = (tableWords: string, text: string): string =>
  `{\\rtf1\\ansi\\ansicpg936 ${[...BEFORE_TABLE.map((line) => `${escaped(line)}\\par `), tableWords, '\\pard ', ...BEFORE_TEXT.map((line) => `${escaped(line)}\\par `), text, ...AFTER.map((line) => `${escaped(line)}\\par `)].join('\n')}}`
const EDGES = Array.from({ length: 8 }, (_, index) => `\\cellx${(index + 1) * 1000}`).join('')
const rtfRow = (number: number): string =>
  `\\trowd${EDGES}\\pard\\intbl ${row(number)
    .map((text) => `${escaped(text)}\\cell `)
    .join('')}\\row\n`

const RICH: readonly (readonly [name: string, text: () => string])[] = [
  ['groups', () => rtf('', '{}'.repeat((FULL - ROOM) / 2))],
  ['nested groups', () => rtf('', '{'.repeat(FULL - ROOM))],
  ['one table to the end', () => rtf(upTo(FULL - ROOM, rtfRow), '')],
  ['a table of 5,400 rows', () => rtf(times(5_400, rtfRow), '')],
  ['a table of 2,900 rows', () => rtf(times(2_900, rtfRow), '')],
  ['empty cells', () => rtf('\\trowd\\cellx1000\\intbl '.concat('\\cell'.repeat((FULL - ROOM) / 5)), '')],
  ['one text', () => rtf('', '\\u20844?'.repeat((FULL - ROOM) / 8))],
  ['plain letters', () => rtf('', 'a'.repeat(FULL - ROOM))],
  ['escaped bytes', () => rtf('', "\\'b9".repeat((FULL - ROOM) / 4))],
  [
    'paragraphs to the end',
    () =>
      rtf(
        '',
        upTo(FULL - ROOM, () => '\\par 1'),
      ),
  ],
  ['control words', () => rtf('', '\\b'.repeat((FULL - ROOM) / 2))],
  ['rows alone', () => rtf('\\trowd\\cellx1 \\intbl\\cell'.concat('\\row'.repeat((FULL - ROOM) / 4)), '')],
]
export const RICH_TEXTS: readonly LargeFile[] = RICH.map(([name, make]) => ({ name: `rtf: ${name}`, make: () => utf8(make()) }))
