import { padTo, u16, u32, utf16, zeros } from './little-endian.ts'

const SECTOR = 512
const SMALLEST_STREAM = 4096
const [FREE, END, TABLE] = [0xffffffff, 0xfffffffe, 0xfffffffd]
const NONE = 0xffffffff
const IN_HEADER = 109
/** Class of a Word 97 document. */
const WORD_CLASS = [0x06, 0x09, 0x02, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46]

type Entry = { name: string; type: number; right: number; child: number; start: number; size: number; classId?: number[] }

const entryBytes = ({ name, type, right, child, start, size, classId = zeros(16) }: Entry): number[] => [
  ...[...utf16(name), ...zeros(64)].slice(0, 64),
  ...u16(name === '' ? 0 : (name.length + 1) * 2),
  type,
  1,
  ...u32(NONE),
  ...u32(right),
  ...u32(child),
  ...classId,
  ...zeros(20),
  ...u32(start),
  ...u32(size),
  ...u32(0),
]

const unused: Entry = { name: '', type: 0, right: NONE, child: NONE, start: 0, size: 0 }

/**
 * Writes a compound file whose streams all lie in whole sectors: those below 4096 bytes, which would have to go into the stream of small
 * ones, are filled up with zeros.
 */
export const writeCompoundFile = (streams: Readonly<Record<string, readonly number[]>>): Uint8Array => {
  // The order of names in a compound file: by length, then by letter.
  const names = Object.keys(streams).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const contents = names.map((name) => {
    const bytes = streams[name] ?? []
    return padTo([...bytes, ...zeros(Math.max(0, SMALLEST_STREAM - bytes.length))], SECTOR)
  })
  const directorySectors = Math.ceil(((names.length + 1) * 128) / SECTOR)
  const others = directorySectors + contents.reduce((sum, content) => sum + content.length / SECTOR, 0)
  const fatSectors = Math.ceil(others / (SECTOR / 4 - 1))
  if (fatSectors > IN_HEADER) throw new Error('Too large for this writer: its allocation table must fit into the header')

  const fat: number[] = Array.from({ length: fatSectors }, () => TABLE)
  const link = (sectors: number): number => {
    const start = fat.length
    for (let index = 1; index <= sectors; index++) fat.push(index === sectors ? END : start + index)
    return start
  }
  const directoryStart = link(directorySectors)
  const entries: Entry[] = contents.map((content, index) => ({
    name: names[index] ?? '',
    type: 2,
    right: index + 1 < names.length ? index + 2 : NONE,
    child: NONE,
    start: link(content.length / SECTOR),
    size: content.length,
  }))
  const root: Entry = {
    name: 'Root Entry',
    type: 5,
    right: NONE,
    child: names.length > 0 ? 1 : NONE,
    start: END,
    size: 0,
    classId: WORD_CLASS,
  }
  const directory = [root, ...entries, ...Array.from({ length: directorySectors * 4 - entries.length - 1 }, () => unused)]

  const header = [
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...zeros(16),
    ...[0x3e, 3, 0xfffe, 9, 6].flatMap(u16),
    ...zeros(10),
    ...[fatSectors, directoryStart, 0, SMALLEST_STREAM, END, 0, END, 0].flatMap(u32),
    ...Array.from({ length: IN_HEADER }, (_, index) => u32(index < fatSectors ? index : FREE)).flat(),
  ]
  const wholeFat = [...fat, ...Array.from({ length: fatSectors * 128 - fat.length }, () => FREE)]
  return Uint8Array.from([...header, ...wholeFat.flatMap(u32), ...directory.flatMap(entryBytes), ...contents.flat()])
}
