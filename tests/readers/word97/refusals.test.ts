import { describe, expect, it } from 'vitest'
import { word97Reader } from '../../../shared/readers/word97/reader.ts'
import { writeCompoundFile } from '../../generator/word97/write-compound-file.ts'
import { writeWord97Parts } from '../../generator/word97/write-parts.ts'
import { paragraph, writeWord97 } from '../../generator/word97/write-word97.ts'
import { outlineOf } from '../word-flow/outline.ts'

const body = [paragraph('甲')]
const long = writeWord97({ blocks: Array.from({ length: 3_000 }, (_, index) => `第${index}段,篇幅足够长,占满许多扇区`) })
const with32 = (bytes: Uint8Array, at: number, value: number) => {
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(at, value, true)
  return copy
}
/** The main stream begins behind header, allocation table, directory and 1Table (4096 bytes in small files). */
const small = writeWord97Parts({ body })
const MAIN = 512 * 3 + 4096

describe('word97Reader refuses', () => {
  it.each([
    ['a Word file under a password', writeWord97Parts({ body, flags: 0x0100 }), 'encrypted', 'doc'],
    ['a docx under a password', writeCompoundFile({ EncryptionInfo: [1], EncryptedPackage: [1] }), 'encrypted', 'docx'],
    ['a file of Word 95', writeWord97Parts({ body, version: 0x68 }), 'old-format', 'doc'],
    ['a file of MS Works', writeCompoundFile({ CONTENTS: [1], MatOST: [1] }), 'old-format', 'doc'],
    ['another compound file', writeCompoundFile({ VisioDocument: [1] }), 'unknown-format', null],
    ['a download cut short', long.subarray(0, long.length / 2), 'damaged', 'doc'],
    ['nothing but a signature', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'damaged', 'doc'],
    ['a chain of sectors that runs in a circle', with32(long, 512 + 4 * 100, 99), 'damaged', 'doc'],
    ['a negative count of characters', with32(small, MAIN + 0x4c, 0xffffffff), 'damaged', 'doc'],
  ] as const)('%s', async (_, bytes, unreadable, format) => {
    expect(await outlineOf(word97Reader, bytes)).toEqual({ unreadable, format })
  })

  it('reads the file that the last refusals were made of', async () =>
    expect(await outlineOf(word97Reader, small)).toEqual({ blocks: ['甲'], remarks: [] }))

  it('a file with more cells than the limit', async () => {
    const file = writeWord97({ blocks: [{ rows: [[{ text: '1' }, { text: '2' }, { text: '3' }]] }] })
    expect(await outlineOf(word97Reader, file, { cells: 2 })).toEqual({ unreadable: 'too-complex', format: 'doc' })
    expect(await outlineOf(word97Reader, file, { cells: 3 })).toEqual({ blocks: [{ rows: [['0 1', '1 2', '2 3']] }], remarks: [] })
  })
})
