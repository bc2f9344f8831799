import { expect, it } from 'vitest'
import { joinBytes, toGb18030, toUtf8 } from '../encoding/chinese-bytes.ts'
import { outlineOf, testReader } from '../test-reader.ts'
import { base64, HEAD, letters, message, part, quotedPrintable } from './message.ts'

const HTML = '<html><body><p>青山县水务局2024年年报</p><table><tr><td>行政许可</td><td>51=3*17</td></tr></table></body></html>'
const BLOCKS = ['青山县水务局2024年年报', [['0:行政许可', '1:51=3*17']]]

/** A part of that name. */
const withId = (id: string, of: Uint8Array): Uint8Array =>
  joinBytes(of.slice(0, '--B-1\r\n'.length), toUtf8(`Content-ID: <${id}>\r\n`), of.slice('--B-1\r\n'.length))
const withStart = (start: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  toUtf8(letters(message(...parts)).replace('boundary="B-1"', () => `boundary="B-1"; start=${start}`))

const picture = part('image/png', 'base64', base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))
const page = part('text/html; charset="utf-8"', 'quoted-printable', quotedPrintable(toUtf8(HTML)))
const named = (id: string) => withId(id, page)
const frame = (id: string) => withId(id, part('text/html', '7bit', '<p>frame</p>'))
const gbk = toGb18030(HTML)

const sound: [string, Uint8Array][] = [
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
  ['the page that start names, behind another', withStart('<root@a>', frame('f@a'), named('root@a'), picture)],
  ['the same with its name in quotes and none of brackets', withStart('"root@a"', frame('f@a'), named('root@a'))],
  ['the first page where start names nothing', withStart('<gone@a>', named('root@a'), frame('f@a'))],
  ['lines broken by LF alone', toUtf8(letters(message(page)).replaceAll('\r\n', '\n'))],
  ['a first page, not the frames behind it', message(page, part('text/html', '7bit', '<p>frame</p>'))],
]
const damaged: [string, Uint8Array][] = [
  ['no page', message(picture)],
  ['no parts', message()],
  ['no boundary', toUtf8(`${HEAD}\r\n\r\n<p>x</p>`)],
  ['parts that never stop', toUtf8('Content-Type: multipart/related; boundary=a\n\n--a\n'.repeat(20))],
]

testReader('mht', {
  reads: Object.fromEntries(sound.map(([name, file]) => [name, { file, blocks: BLOCKS }])),
  refuses: {
    ...Object.fromEntries(damaged.map(([name, file]) => [`a file of ${name}`, { file, unreadable: 'damaged' }])),
    'more cells than the limit': { file: message(page), limits: { cells: 2 }, unreadable: 'too-complex', limit: '2个段落或单元格' },
  },
})

it('reads what is left of a file that was cut off, and says so', async () => {
  const whole = message(page, picture)
  const outline = await outlineOf('mht', whole.subarray(0, whole.length - 100 - picture.length))
  expect(outline).toMatchObject({ remarks: ['cut-off'], blocks: expect.arrayContaining([BLOCKS[0]]) })
})
