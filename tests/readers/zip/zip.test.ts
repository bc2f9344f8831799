import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../../functions/node/inflate.ts'
import type { Inflate } from '../../../shared/readers/inflate.ts'
import { READ_LIMITS, type ReadTools, UnreadableError } from '../../../shared/readers/reader.ts'
import { openZip } from '../../../shared/readers/zip/zip.ts'
import { type Part, writeZip } from './zip-file.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const TEXT = '政府信息公开工作年度报告'.repeat(50)
const part = (more: Partial<Part> = {}): Part => ({ name: 'word/document.xml', content: bytesOf(TEXT), ...more })
const tools = (unpackedBytes = READ_LIMITS.unpackedBytes, by: Inflate = inflate): ReadTools => ({
  inflate: by,
  limits: { ...READ_LIMITS, unpackedBytes },
})

/** The text of the part, or why it cannot be read. */
const answer = async (bytes: Uint8Array, name = 'word/document.xml', to = tools()): Promise<string | undefined> => {
  try {
    const content = await openZip(bytes, to).read(name)
    return content && new TextDecoder().decode(content)
  } catch (error) {
    if (error instanceof UnreadableError) return error.limit === undefined ? error.reason : `${error.reason}: ${error.limit}`
    throw error
  }
}

describe('a zip is read', () => {
  it.each(
    Object.entries({
      deflated: writeZip([part()]),
      stored: writeZip([part({ method: 0 })]),
      'as fflate writes it': Buffer.from(zipSync({ 'word/document.xml': bytesOf(TEXT), 'a.xml': bytesOf('a') })),
      'with a comment': writeZip([part()], { comment: '说明 PK\u0005\u0006' }),
      'with bytes hung on': Buffer.concat([writeZip([part()]), Buffer.alloc(100)]),
      'as zip64': writeZip([part({ wide: true }), part({ name: 'b', wide: true })], { zip64: true }),
      'inside a larger buffer': Buffer.concat([Buffer.alloc(7), writeZip([part()])]).subarray(7),
    }),
  )('%s', async (_, bytes) => {
    expect(await answer(bytes)).toBe(TEXT)
  })

  it('by names, of which some are not there', async () => {
    const zip = openZip(writeZip([part({ name: '目录/正文.xml' }), part({ name: 'empty', content: new Uint8Array(0) })]), tools())
    expect(zip.names).toEqual(['目录/正文.xml', 'empty'])
    expect([zip.has('empty'), zip.has('full')]).toEqual([true, false])
    expect(await zip.read('full')).toBeUndefined()
    expect(await zip.read('empty')).toHaveLength(0)
  })

  it('only in the parts that are asked for', async () => {
    let calls = 0
    const counting: Inflate = (...given) => {
      calls++
      return inflate(...given)
    }
    const bytes = writeZip([part(), part({ name: 'word/media/image1.png' }), part({ name: 'broken', crc: 1 })])
    expect(await answer(bytes, 'word/document.xml', tools(undefined, counting))).toBe(TEXT)
    expect(calls).toBe(1)
  })
})

describe('a zip is damaged', () => {
  const sound = writeZip([part()])
  it.each(
    Object.entries({
      'cut off': sound.subarray(0, -30),
      'without a directory': sound.subarray(0, 100),
      empty: new Uint8Array(0),
      'with a CRC of other bytes': writeZip([part({ crc: 1 })]),
      'with a size too small': writeZip([part({ unpackedBytes: 10 })]),
      'with a size too large': writeZip([part({ unpackedBytes: 10_000 })]),
      'with a stored part of another size': writeZip([part({ method: 0, unpackedBytes: 10 })]),
      'with packed bytes beyond the file': writeZip([part({ packedBytes: 1_000_000 })]),
      'with too few packed bytes': writeZip([part({ packedBytes: 20 })]),
      'with a packing that no office program writes': writeZip([part({ method: 12 })]),
      'with two parts of one name': writeZip([part(), part()]),
      'with an entry that points out of the file': writeZip([part({ sharesWith: 0 })]).map((byte, at, all) =>
        at >= all.length - 22 + 16 && at < all.length - 22 + 20 ? 0xfe : byte,
      ),
      'with zip64 marks and no zip64 field': writeZip([part({ packedBytes: 0xffffffff })]),
    }),
  )('%s', async (_, bytes) => {
    expect(await answer(bytes)).toBe('damaged')
  })

  it('wherever its deflated bytes are changed', async () => {
    for (let at = 30 + 17; at < 30 + 17 + 40; at++) {
      const changed = Uint8Array.from(sound)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      expect(await answer(changed)).toBe('damaged')
    }
  })
})

it('a part under a password is encrypted', async () => {
  expect(await answer(writeZip([part({ flags: 1 })]))).toBe('encrypted')
})

describe('bombs', () => {
  const MEGABYTE = 1024 * 1024
  const zeros = new Uint8Array(8 * MEGABYTE)

  it('of one part are too large, and nothing is unpacked', async () => {
    const never: Inflate = () => Promise.reject(new Error('unpacked'))
    expect(await answer(writeZip([part({ content: zeros })]), undefined, tools(5 * MEGABYTE, never))).toBe('too-large: 5 MB')
  })

  it('that lie of their size yield no more than they said', async () => {
    const limits: number[] = []
    const watching: Inflate = (deflated, maxBytes) => {
      limits.push(maxBytes)
      return inflate(deflated, maxBytes)
    }
    expect(await answer(writeZip([part({ content: zeros, unpackedBytes: 1000 })]), undefined, tools(5 * MEGABYTE, watching))).toBe(
      'damaged',
    )
    expect(limits).toEqual([1000])
  })

  it('of many parts over the same bytes share one budget', async () => {
    const content = new Uint8Array(MEGABYTE)
    const names = Array.from({ length: 10 }, (_, index) => `part${index}`)
    const bytes = writeZip(names.map((name, index) => part({ name, content, ...(index > 0 ? { sharesWith: 0 } : {}) })))
    const zip = openZip(bytes, tools(5 * MEGABYTE))
    const answers = await Promise.allSettled(names.map((name) => zip.read(name)))
    expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), ...Array(5).fill('rejected')])
  })

  it('with a count of entries beyond the file end at once', async () => {
    const bytes = writeZip([part()], { zip64: true })
    bytes.writeBigUInt64LE(2n ** 60n, bytes.length - 22 - 20 - 56 + 32)
    expect(await answer(bytes)).toBe('damaged')
  })
})

it('tells our own failure from damage', async () => {
  const broken: Inflate = () => Promise.reject(new TypeError('ours'))
  await expect(answer(writeZip([part()]), undefined, tools(undefined, broken))).rejects.toThrow('ours')
})
