import { withStream } from '../xlsx/books.ts'

/** Little-endian bytes of values of so many bytes. */
const bytes = (...fields: readonly (readonly [number, number])[]): number[] =>
  fields.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) & 0xff))

const record = (type: number, content: readonly number[]): number[] => [...bytes([type, 2], [content.length, 2]), ...content]

const opening = (kind: number): number[] => record(0x0809, bytes([0x0600, 2], [kind, 2], [0, 4], [0, 4], [6, 4]))
const END = record(0x000a, [])

/** `set`: 1 raised, 2 lowered; `color` of the default palette: 8 black, 9 white, 64 the system's. */
export type XlsFont = { readonly struck?: boolean; readonly set?: number; readonly color?: number; readonly points?: number }

const font = ({ struck = false, set = 0, color = 64, points = 11 }: XlsFont): number[] =>
  record(0x0031, [...bytes([points * 20, 2], [struck ? 8 : 0, 2], [color, 2], [400, 2], [set, 2], [0, 4]), 2, 0, 0x61, 0x62])

const look = (fontIndex: number, format: number, background = 64): number[] =>
  record(0x00e0, bytes([fontIndex, 2], [format, 2], [0, 10], [background === 64 ? 0 : 1 * 2 ** 26, 4], [background, 2]))

const letters = (text: string): number[] => Array.from({ length: text.length }, (_, at) => bytes([text.charCodeAt(at), 2])).flat()

/** A text with the fonts that begin at some of its letters. */
export type XlsText = { readonly text: string; readonly fonts?: readonly (readonly [from: number, font: number])[] }

const sharedText = ({ text, fonts = [] }: XlsText): number[] => [
  ...bytes([text.length, 2], [fonts.length > 0 ? 9 : 1, 1]),
  ...(fonts.length > 0 ? bytes([fonts.length, 2]) : []),
  ...letters(text),
  ...fonts.flatMap(([from, index]) => bytes([from, 2], [index, 2])),
]

export type XlsBook = {
  /** Besides the five that every file has, number 5 on. */
  readonly fonts?: readonly XlsFont[]
  /** Font, format and background of the cells' looks, number 1 on. */
  readonly looks?: readonly (readonly [font: number, format: number, background?: number])[]
  readonly texts?: readonly XlsText[]
  readonly formats?: readonly (readonly [number, string])[]
  /** Records of the sheet. */
  readonly cells: readonly (readonly number[])[]
  /** Cuts the table of texts behind so many letters of its first text. */
  readonly cutTextsAt?: number
  /** A sheet that is a chart. */
  readonly chart?: readonly (readonly number[])[]
}

export const textCell = (column: number, text: number, at = 0): number[] => record(0x00fd, bytes([0, 2], [column, 2], [at, 2], [text, 4]))
export const numberCell = (column: number, value: number, at = 0): number[] =>
  record(0x0203, [...bytes([0, 2], [column, 2], [at, 2]), ...new Uint8Array(new Float64Array([value]).buffer)])
export const formulaCell = (column: number, value: number, flags: number): number[] =>
  record(0x0006, [
    ...bytes([0, 2], [column, 2], [0, 2]),
    ...new Uint8Array(new Float64Array([value]).buffer),
    ...bytes([flags, 2], [0, 4], [3, 2], [0x1e, 1], [9, 2]),
  ])
export const UNCALCULATED: number[] = record(0x005e, [0, 0])

/** An old workbook of a sheet, and of a chart where one is given, written record by record. */
export const xlsOf = ({ fonts = [], looks = [], texts = [], formats = [], cells, cutTextsAt, chart }: XlsBook): Uint8Array => {
  const table = [...bytes([texts.length, 4], [texts.length, 4]), ...texts.flatMap(sharedText)]
  const cut = cutTextsAt === undefined ? table.length : 8 + 3 + (texts[0]?.fonts ? 2 : 0) + 2 * cutTextsAt
  const rest = table.slice(cut)
  const head = [
    ...opening(0x0005),
    ...[{}, {}, {}, {}, ...fonts].flatMap(font),
    ...formats.flatMap(([index, code]) => record(0x041e, [...bytes([index, 2], [code.length, 2], [1, 1]), ...letters(code)])),
    ...look(0, 0),
    ...looks.flatMap(([index, format, background]) => look(index, format, background)),
  ]
  const tail = [
    ...record(0x00fc, table.slice(0, cut)),
    ...(rest.length > 0 ? record(0x003c, cutTextsAt === undefined ? rest : [1, ...rest]) : []),
    ...END,
  ]
  const sheetName = (at: number, kind: number, name: string) =>
    record(0x0085, [...bytes([at, 4], [0, 1], [kind, 1], [name.length, 1], [1, 1]), ...letters(name)])
  const names = (first: number, second: number) => [
    ...sheetName(first, 0, '表'),
    ...(chart === undefined ? [] : sheetName(second, 2, '图')),
  ]
  const sheet = [...opening(0x0010), ...cells.flat(), ...END]
  const first = head.length + names(0, 0).length + tail.length
  const drawn = chart === undefined ? [] : [...opening(0x0020), ...chart.flat(), ...END]
  return withStream('Workbook', Uint8Array.from([...head, ...names(first, first + sheet.length), ...tail, ...sheet, ...drawn]))
}
