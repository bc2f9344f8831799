import { UnreadableError } from '../reader.ts'
import { type ByteView, viewOf } from './byte-view.ts'

/** A file that holds a small file system ([MS-CFB]); only the streams that lie directly in its root are offered. */
export type CompoundFile = {
  readonly names: readonly string[]
  /** Names are compared without case, as [MS-CFB] asks. */
  readonly has: (name: string) => boolean
  readonly stream: (name: string) => Uint8Array | undefined
}

const ENTRY_BYTES = 128
const NO_ENTRY = 0xffffffff
/** Sector numbers from here on are marks: free, end of chain, part of the table itself. */
const FIRST_MARK = 0xfffffffa
const FAT_SECTORS_IN_HEADER = 109

type Entry = {
  readonly name: string
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}
type Sectors = { readonly bytes: Uint8Array; readonly sectorBytes: number; readonly first: number; readonly next: Uint32Array }

/** The sectors of one chain, in order; no more than `most` are wanted. A sector that comes twice would run in a circle. */
const chain = ({ next }: Sectors, start: number, most = next.length): number[] => {
  const found: number[] = []
  const seen = new Uint8Array(next.length)
  for (let sector = start; sector < FIRST_MARK && found.length < most; sector = next[sector] ?? NO_ENTRY) {
    if (sector >= next.length || seen[sector] === 1) throw new UnreadableError('damaged')
    seen[sector] = 1
    found.push(sector)
  }
  return found
}

/** The content of a chain. Where the chain or the file ends before `size`, a download was cut short: zeros would be figures lost in silence. */
const content = (sectors: Sectors, start: number, size: number): Uint8Array => {
  if (size > sectors.bytes.length) throw new UnreadableError('damaged')
  const { bytes, sectorBytes, first } = sectors
  const whole = new Uint8Array(size)
  let filled = 0
  for (const sector of chain(sectors, start, Math.ceil(size / sectorBytes))) {
    const at = first + sector * sectorBytes
    const part = bytes.subarray(at, at + Math.min(sectorBytes, size - filled))
    whole.set(part, filled)
    filled += part.length
    if (part.length < sectorBytes) break
  }
  if (filled < size) throw new UnreadableError('damaged')
  return whole
}

/** Sectors of the file that hold its allocation table: the first 109 are named in the header, the rest in a chain of their own. */
const fatSectors = (header: ByteView, sectorBytes: number): number[] => {
  const most = Math.ceil(header.length / sectorBytes)
  const found: number[] = []
  const collect = (at: number, count: number) => {
    for (let index = 0; index < count; index++) {
      const sector = header.u32(at + index * 4)
      if (sector < FIRST_MARK) found.push(sector)
    }
  }
  collect(76, FAT_SECTORS_IN_HEADER)
  let [next, seen] = [header.u32(68), 0]
  while (next < FIRST_MARK) {
    if (++seen > most) throw new UnreadableError('damaged')
    const at = (next + 1) * sectorBytes
    collect(at, sectorBytes / 4 - 1)
    next = header.u32(at + sectorBytes - 4)
  }
  if (found.length > most) throw new UnreadableError('damaged')
  return found
}

const numbers = (bytes: Uint8Array): Uint32Array => {
  const view = viewOf(bytes)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.u32(index * 4))
}

const entryAt = (directory: ByteView, index: number): Entry => {
  const entry = directory.slice(index * ENTRY_BYTES, ENTRY_BYTES)
  const letters = Math.min(32, Math.max(0, entry.u16(64) / 2 - 1))
  const name = String.fromCharCode(...Array.from({ length: letters }, (_, at) => entry.u16(at * 2)))
  return { name, left: entry.u32(68), right: entry.u32(72), child: entry.u32(76), start: entry.u32(116), size: entry.u32(120) }
}

/** What the root holds, by name: its children hang together as a search tree. */
const rootEntries = (directory: ByteView, root: Entry): Map<string, Entry> => {
  const entries = new Map<string, Entry>()
  const seen = new Set<number>()
  const waiting = [root.child]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === NO_ENTRY || seen.has(index)) continue
    seen.add(index)
    const entry = entryAt(directory, index)
    entries.set(entry.name.toLowerCase(), entry)
    waiting.push(entry.left, entry.right)
  }
  return entries
}

/** Opens a compound file. Written here, as the one library for it fills streams that end early with zeros. */
export const openCompoundFile = (bytes: Uint8Array): CompoundFile => {
  const header = viewOf(bytes)
  const shift = header.u16(30)
  if (shift !== 9 && shift !== 12) throw new UnreadableError('damaged')
  const sectorBytes = 1 << shift
  const fat = fatSectors(header, sectorBytes).flatMap((sector) => {
    const at = (sector + 1) * sectorBytes
    return [...numbers(bytes.subarray(at, at + sectorBytes))]
  })
  const sectors: Sectors = { bytes, sectorBytes, first: sectorBytes, next: Uint32Array.from(fat) }
  const wholeChain = (start: number) => content(sectors, start, chain(sectors, start).length * sectorBytes)

  const directory = viewOf(wholeChain(header.u32(48)))
  const root = entryAt(directory, 0)
  const entries = rootEntries(directory, root)
  const smallest = header.u32(56)
  let small: Sectors | undefined
  const smallSectors = (): Sectors =>
    (small ??= { bytes: content(sectors, root.start, root.size), sectorBytes: 64, first: 0, next: numbers(wholeChain(header.u32(60))) })
  return {
    names: Array.from(entries.values(), ({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    stream: (name) => {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return undefined
      if (entry.size === 0) return new Uint8Array()
      return content(entry.size < smallest ? smallSectors() : sectors, entry.start, entry.size)
    },
  }
}
