import { writeCompoundFile } from '../../generator/word97/write-compound-file.ts'
import { writeWord97Parts } from '../../generator/word97/write-parts.ts'
import { paragraph, writeWord97 } from '../../generator/word97/write-word97.ts'
import { testReader } from '../test-reader.ts'

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

const threeCells = writeWord97({ blocks: [{ rows: [[{ text: '1' }, { text: '2' }, { text: '3' }]] }] })

testReader('doc', {
  refuses: {
    'a Word file under a password': { file: writeWord97Parts({ body, flags: 0x0100 }), unreadable: 'encrypted' },
    'a docx under a password': {
      file: writeCompoundFile({ EncryptionInfo: [1], EncryptedPackage: [1] }),
      unreadable: 'encrypted',
      format: 'docx',
    },
    'a file of Word 95': { file: writeWord97Parts({ body, version: 0x68 }), unreadable: 'old-format' },
    'a file of MS Works': { file: writeCompoundFile({ CONTENTS: [1], MatOST: [1] }), unreadable: 'old-format' },
    'another compound file': { file: writeCompoundFile({ VisioDocument: [1] }), unreadable: 'unknown-format', format: null },
    'a download cut short': { file: long.subarray(0, long.length / 2), unreadable: 'damaged' },
    'nothing but a signature': { file: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), unreadable: 'damaged' },
    'a chain of sectors that runs in a circle': { file: with32(long, 512 + 4 * 100, 99), unreadable: 'damaged' },
    'a negative count of characters': { file: with32(small, MAIN + 0x4c, 0xffffffff), unreadable: 'damaged' },
    'more cells than the limit': { file: threeCells, limits: { cells: 2 }, unreadable: 'too-complex', limit: '2个段落或单元格' },
  },
  reads: {
    'the file that the refusals were made of': { file: small, blocks: ['甲'] },
    'as many cells as the limit': { file: threeCells, limits: { cells: 3 }, blocks: [[['0:1', '1:2', '2:3']]] },
  },
})
