import { openCompoundFile } from './compound-file/compound-file.ts'
import { UnreadableError } from './reader.ts'
import { type FileSigns, startsWith } from './signatures.ts'
import { readDirectory } from './zip/directory.ts'

const latin1 = new TextDecoder('latin1')
const OPENING_BYTES = 8192

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const openingOf = (bytes: Uint8Array): string =>
  latin1
    .decode(bytes.subarray(0, OPENING_BYTES))
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase()

const LOCAL_BYTES = 30

/** Names in the headers before the parts, of a zip that has lost its directory. */
const namesLeft = (bytes: Uint8Array): string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names: string[] = []
  for (let at = 0; at >= 0 && at + LOCAL_BYTES <= bytes.length; at = bytes.indexOf(ZIP[0] ?? 0, at + 1)) {
    if (!startsWith(bytes.subarray(at, at + 4), ZIP)) continue
    names.push(latin1.decode(bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + view.getUint16(at + 26, true))))
  }
  return names
}

const damagedOnly = (error: unknown): void => {
  if (!(error instanceof UnreadableError || error instanceof RangeError)) throw error
}

const partsOf = (bytes: Uint8Array): Pick<FileSigns, 'parts' | 'damaged'> => {
  if (!startsWith(bytes, ZIP)) return { damaged: false }
  try {
    return { parts: [...readDirectory(bytes).keys()].map((name) => name.toLowerCase()), damaged: false }
  } catch (error) {
    damagedOnly(error)
    return { parts: namesLeft(bytes).map((name) => name.toLowerCase()), damaged: true }
  }
}

const streamsOf = (bytes: Uint8Array): Pick<FileSigns, 'streams'> => {
  if (!startsWith(bytes, COMPOUND_FILE)) return {}
  try {
    return { streams: new Set(openCompoundFile(bytes).names.map((name) => name.toLowerCase())) }
  } catch (error) {
    damagedOnly(error)
    return { streams: new Set() }
  }
}

export const signsOf = (bytes: Uint8Array): FileSigns => ({ bytes, opening: openingOf(bytes), ...partsOf(bytes), ...streamsOf(bytes) })
