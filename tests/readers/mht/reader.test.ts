import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mhtReader } from '../../../shared/readers/mht/reader.ts'
import { joinBytes, toGb18030, toUtf8 } from '../encoding/chinese-bytes.ts'
import { damaged } from '../html/damage.ts'
import { blocksOf, outline, readWith } from '../html/outline.ts'

const HTML = '<html><body><p>青山县水务局2024年年报</p><table><tr><td>行政许可</td><td>51=3*17</td></tr></table></body></html>'
const BLOCKS = ['青山县水务局2024年年报', [['0:行政许可', '1:51=3*17']]]

/** Bytes as letters of the same code, which all that mail carries is made of. */
const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

const quotedPrintable = (bytes: Uint8Array): string =>
  letters(bytes)
    .replace(/[=\x80-\xff]/g, (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/(.{70})(?<!=.?)/g, '$1=\r\n')

const base64 = (bytes: Uint8Array): string => btoa(letters(bytes)).replace(/.{76}/g, '$&\r\n')

const HEAD = 'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
const part = (type: string, encoding: string, body: Uint8Array | string): Uint8Array =>
  joinBytes(
    toUtf8(`--B-1\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: http://a/\r\n\r\n`),
    typeof body === 'string' ? toUtf8(body) : body,
    toUtf8('\r\n'),
  )
const message = (...parts: readonly Uint8Array[]): Uint8Array =>
  joinBytes(toUtf8(`${HEAD}\tboundary="B-1"\r\n\r\nThis is a multi-part message.\r\n`), ...parts, toUtf8('--B-1--\r\n'))

const picture = part('image/png', 'base64', base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))
const page = part('text/html; charset="utf-8"', 'quoted-printable', quotedPrintable(toUtf8(HTML)))
const gbk = toGb18030(HTML)

describe('mhtReader', () => {
  it.each([
    ['a quoted-printable page', message(page, picture)],
    ['a page after its pictures', message(picture, page)],
    ['a base64 page of GBK', message(part('text/html; charset=gb2312', 'base64', base64(gbk)))],
    ['GBK declared as utf-8', message(part('text/html;\r\n charset="utf-8"', 'Quoted-Printable', quotedPrintable(gbk)))],
    ['GBK that says nothing', message(part('text/html', 'quoted-printable', quotedPrintable(gbk)))],
    ['a page in its own bytes', message(part('text/html; charset=gb2312', '8bit', gbk))],
    [
      'parts within parts',
      message(
        joinBytes(
          toUtf8('--B-1\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n\r\ntext\r\n--inner\r\n'),
          page.slice('--B-1\r\n'.length),
          toUtf8('--inner--\r\n'),
        ),
      ),
    ],
    ['lines broken by LF alone', toUtf8(letters(message(page)).replaceAll('\r\n', '\n'))],
    ['a first page, not the frames behind it', message(page, part('text/html', '7bit', '<p>frame</p>'))],
  ])('reads %s', async (_, bytes) => {
    expect(outline(await blocksOf(mhtReader, bytes))).toEqual(BLOCKS)
    expect(await readWith(mhtReader, bytes)).toMatchObject({ document: { format: 'mht' }, remarks: [] })
  })

  it('reads what is left of a file that was cut off, and says so', async () => {
    const whole = message(page, picture)
    const reading = await readWith(mhtReader, whole.subarray(0, whole.length - 100 - picture.length))
    expect(reading).toMatchObject({ remarks: ['cut-off'] })
    expect('document' in reading && outline(reading.document.blocks)).toContain(BLOCKS[0])
  })

  it.each([
    ['no page', message(picture)],
    ['no parts', message()],
    ['no boundary', toUtf8(`${HEAD}\r\n\r\n<p>x</p>`)],
    ['parts that never stop', toUtf8('Content-Type: multipart/related; boundary=a\n\n--a\n'.repeat(20))],
  ])('calls damaged a file of %s', async (_, bytes) =>
    expect(await readWith(mhtReader, bytes)).toEqual({ unreadable: 'damaged', format: 'mht' }),
  )

  it('holds the limits of pages', async () =>
    expect(await readWith(mhtReader, message(page), { cells: 2 })).toEqual({
      unreadable: 'too-complex',
      format: 'mht',
      limit: '2个段落或单元格',
    }))

  it('never throws, whatever bytes are changed or cut off', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(message(picture, page, picture)), async (bytes) => {
        const reading = await readWith(mhtReader, bytes)
        expect('document' in reading || ['damaged', 'garbled'].includes(reading.unreadable)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
