import { describe, expect, it } from 'vitest'
import { viewOf } from '../../../shared/readers/compound-file/byte-view.ts'
import { eachCharacter, readPieces } from '../../../shared/readers/word97/piece-table.ts'
import { u16, u32, utf16 } from '../../generator/word97/little-endian.ts'

const main = viewOf(Uint8Array.from([...utf16('一二三'), 0x61, 0x92, 0x62, 0]))
const ONE_BYTE = 0x40000000

const read = (ends: readonly number[], descriptors: readonly [fc: number, modifier: number][], laidOver: readonly number[] = []) => {
  const list = [...[0, ...ends].flatMap(u32), ...descriptors.flatMap(([fc, modifier]) => [...u16(0), ...u32(fc), ...u16(modifier)])]
  const table = [...laidOver, 2, ...u32(list.length), ...list]
  return readPieces(main, viewOf(Uint8Array.from(table)), { at: 0, length: table.length })
}

const textOf = (pieces: ReturnType<typeof read>, at: number, length: number): string => {
  let text = ''
  eachCharacter(main, pieces, { at, length }, (code) => {
    text += String.fromCharCode(code)
  })
  return text
}

describe('piece table', () => {
  it('reads pieces of one and of two bytes a character, in the order of the text', () => {
    const pieces = read(
      [3, 6],
      [
        [ONE_BYTE | 12, 0],
        [0, 0],
      ],
    )
    expect(textOf(pieces, 0, 6)).toBe('a’b一二三')
    expect(textOf(read([3], [[0, 0]]), 1, 1)).toBe('二')
  })

  it('reads one byte a character in the Western code page', () => expect(textOf(read([3], [[ONE_BYTE | 12, 0]]), 0, 3)).toBe('a’b'))

  it('keeps properties that are laid over a piece, in full or in short', () => {
    const [full] = read([3], [[0, 1]], [1, ...u16(3), 0x16, 0x24, 1])
    const [short] = read([3], [[0, (0x19 << 1) | (1 << 8)]])
    expect([full?.over?.u16(0), full?.over?.u8(2)]).toEqual([0x2416, 1])
    expect([short?.over?.u16(0), short?.over?.u8(2)]).toEqual([0x2417, 1])
  })

  it.each([
    ['reaches past the end of the file', [9], [[0, 0]]],
    [
      'runs backwards',
      [3, 1],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'claims more text than the file has bytes',
      [4, 8, 12, 16],
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ] satisfies [string, number[], [number, number][]][])('refuses a table that %s', (_, ends, descriptors) =>
    expect(() => read(ends, descriptors)).toThrow('damaged'),
  )
})
