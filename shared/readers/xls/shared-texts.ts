import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { Font, Run } from '../seen-text/seen-text.ts'

/** Flags of a text ([MS-XLS] 2.5.293): two bytes a letter, a block about its reading, runs of fonts. */
const [WIDE, READING, RICH] = [0x01, 0x04, 0x08]

/**
 * Reads on over the ends of records: a table of texts that is longer than a record goes on in the next ones. Letters that are cut there
 * begin anew with a byte that says how wide they are.
 */
class Cursor {
  private readonly parts: readonly ByteView[]
  private part = 0
  private at = 0

  constructor(parts: readonly ByteView[]) {
    this.parts = parts
  }

  private here(): ByteView {
    for (;;) {
      const part = this.parts[this.part]
      if (part === undefined) throw new UnreadableError('damaged')
      if (this.at < part.length) return part
      this.part++
      this.at = 0
    }
  }

  u8(): number {
    return this.here().u8(this.at++)
  }

  u16(): number {
    return this.u8() | (this.u8() << 8)
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000
  }

  letters(count: number, flags: number): string {
    let [text, left, wide] = ['', count, (flags & WIDE) !== 0]
    while (left > 0) {
      const before = this.part
      const part = this.here()
      if (this.part !== before) wide = (this.u8() & WIDE) !== 0
      const size = wide ? 2 : 1
      const take = Math.min(left, Math.floor((part.length - this.at) / size))
      if (take === 0) throw new UnreadableError('damaged')
      for (let index = 0; index < take; index++)
        text += String.fromCharCode(wide ? part.u16(this.at + 2 * index) : part.u8(this.at + index))
      this.at += take * size
      left -= take
    }
    return text
  }

  pass(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const part = this.here()
      const take = Math.min(left, part.length - this.at)
      this.at += take
      left -= take
    }
  }
}

type FontChange = { readonly from: number; readonly font: Font | undefined }

/** Cuts a text where its font changes; before the first change it is set in the cell's. */
const cut = (text: string, changes: readonly FontChange[]): Run[] =>
  [{ from: 0, font: undefined }, ...changes].map(({ from, font }, index) => {
    const part = text.slice(from, changes[index]?.from)
    return font === undefined ? { text: part } : { text: part, font }
  })

/** Reads the texts that cells share, each as its runs. */
export const readSharedTexts = (parts: readonly ByteView[], fontAt: (index: number) => Font | undefined): readonly (readonly Run[])[] => {
  const cursor = new Cursor(parts)
  cursor.u32()
  const count = cursor.u32()
  const texts: Run[][] = []
  while (texts.length < count) {
    const [length, flags] = [cursor.u16(), cursor.u8()]
    const runs = (flags & RICH) === 0 ? 0 : cursor.u16()
    const reading = (flags & READING) === 0 ? 0 : cursor.u32()
    const text = cursor.letters(length, flags).replaceAll('\r\n', '\n')
    const changes: FontChange[] = []
    for (let index = 0; index < runs; index++) changes.push({ from: cursor.u16(), font: fontAt(cursor.u16()) })
    cursor.pass(reading)
    texts.push(changes.length === 0 ? [{ text }] : cut(text, changes))
  }
  return texts
}
