/** Encoders that the platform lacks: it only decodes, so each table is the decoder turned round. */

const han = new Map<string, readonly number[]>()
const gb18030 = new TextDecoder('gb18030')
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) if (low !== 0x7f) han.set(gb18030.decode(Uint8Array.of(high, low)), [high, low])

/** GB18030 has four bytes for what GBK lacks. 0x81 to 0x84 is all of the basic plane. */
for (let first = 0x81; first <= 0x84; first++)
  for (let second = 0x30; second <= 0x39; second++)
    for (let third = 0x81; third <= 0xfe; third++)
      for (let fourth = 0x30; fourth <= 0x39; fourth++) {
        const bytes = [first, second, third, fourth]
        const character = gb18030.decode(Uint8Array.from(bytes))
        if (character.length === 1 && !han.has(character)) han.set(character, bytes)
      }

export const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const toGb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0)
      const bytes = code < 0x80 ? [code] : han.get(character)
      if (bytes === undefined) throw new Error(`no GB18030 bytes for ${character}`)
      return bytes
    }),
  )

export const toUtf16 = (text: string, order: 'little' | 'big', mark: boolean): Uint8Array => {
  const units = mark ? `\ufeff${text}` : text
  const view = new DataView(new ArrayBuffer(units.length * 2))
  for (let index = 0; index < units.length; index++) view.setUint16(index * 2, units.charCodeAt(index), order === 'little')
  return new Uint8Array(view.buffer)
}

export const joinBytes = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
