import { decodeWindows1252 } from '../word-flow/windows-1252.ts'

/** Code pages by the number that RTF gives them, in the names of the Encoding Standard. */
const NAMES = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1361, 'euc-kr'],
  [10000, 'macintosh'],
  [10008, 'gbk'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])
const WESTERN = 1252
export const CHINESE = 936

/** The code page of a font's character set; 1 and what is missing here have none of their own. */
export const CODE_PAGE_OF_CHARSET = new Map([
  [0, WESTERN],
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 1361],
  [134, CHINESE],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])

/** The platform's name of a code page; none for the Western one and for those that nobody knows. */
const nameOf = (codePage: number): string | undefined =>
  NAMES.get(codePage) ?? (codePage !== WESTERN && codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : undefined)

export const hasTwoByteLetters = (codePage: number): boolean => [932, 936, 949, 950, 1361, 10008, 54936].includes(codePage)

const decoders = new Map<string, TextDecoder>()

/** Text in a code page; one that nobody knows is taken for the Western one. */
export const decode = (bytes: Uint8Array, codePage: number): string => {
  const name = nameOf(codePage)
  if (name === undefined) return decodeWindows1252(bytes)
  const decoder = decoders.get(name) ?? new TextDecoder(name)
  decoders.set(name, decoder)
  return decoder.decode(bytes)
}
