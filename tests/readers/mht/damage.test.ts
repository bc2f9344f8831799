import { toUtf8 } from '../encoding/chinese-bytes.ts'
import { pages } from '../html/pages.ts'
import { testReader } from '../test-reader.ts'
import { base64, message, part, quotedPrintable } from './message.ts'

const picture = part('image/png', 'base64', base64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)))
const page = part('text/html; charset="utf-8"', 'quoted-printable', quotedPrintable(toUtf8(pages['tables with spans']?.html ?? '')))

testReader('mht', {
  damaged: { files: { 'a page among pictures': message(picture, page, picture) }, answers: ['damaged', 'garbled'], runs: 200 },
})
