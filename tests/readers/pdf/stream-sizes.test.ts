import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../functions/node/inflate.ts'
import { mustUnpackWithin } from '../../../shared/readers/pdf/stream-sizes.ts'
import { UnreadableError } from '../../../shared/readers/reader.ts'

const MB = 1024 * 1024
const file = (entries: string, megabytes: number): Uint8Array =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${entries} /Filter /FlateDecode >>\nstream\n`),
    deflateSync(Buffer.alloc(megabytes * MB, ' ')),
    Buffer.from('\nendstream\nendobj\n'),
  ])

describe('a stream of a PDF', () => {
  it.each([
    ['a page of 7 MB', file('', 7)],
    ['a font of 20 MB', file('/Length1 20971520', 20)],
    ['a picture of 50 MB, which is not unpacked', file('/Subtype /Image', 50)],
  ])('may be %s', async (_, bytes) => expect(await mustUnpackWithin(bytes, { inflate })).toBeUndefined())

  it.each([
    ['a page of 9 MB', file('', 9), '每个数据流8 MB'],
    ['a font of 33 MB', file('/Length1 1', 33), '每个数据流32 MB'],
  ])(
    'may not be %s',
    async (_, bytes, limit) =>
      await expect(mustUnpackWithin(bytes, { inflate })).rejects.toThrow(new UnreadableError('too-complex', limit)),
  )
})
