/**
 * Number formats as Chinese programs show them. The library takes a format's locale mark for a currency sign, knows neither `!` nor
 * `[DBNum]`, and has no code for the built-in formats of East Asia.
 */

/** Built-in formats without a code in the file: [ECMA-376] 18.8.30, as zh-cn has them, and those that depend on the country. */
const BUILT_IN = new Map<number, string>([
  [14, 'yyyy/m/d'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, 'h"时"mm"分"'],
  [35, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'h"时"mm"分"'],
  [56, 'h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])

/** What a mark in brackets shows: a currency with its locale its sign, a locale alone and Chinese numerals nothing (the figure itself is read). */
const bracketShows = (mark: string): string => {
  const sign = /^\$([^-]*)/.exec(mark)?.[1]
  if (sign !== undefined) return sign === '' ? '' : `"${sign}"`
  return /^DBNum/i.test(mark) ? '' : `[${mark}]`
}

/** Quoted text, an escaped letter, a mark in brackets. */
const PIECES = /"[^"]*"|[\\_*].|!(.)|\[([^\]]*)\]/gs

/** The name of the general format in Chinese, Japanese and Korean programs. */
const GENERAL = /G\/(?:通用格式|標準|标准|표준|General)/gi

/** A format that the library shows as a Chinese program would: a code, or the number of a built-in format that it knows. */
export const knownFormat = (format: string | number): string | number => {
  const code = typeof format === 'number' ? BUILT_IN.get(format) : format.replace(GENERAL, 'General')
  if (code === undefined) return format
  const known = code.replace(PIECES, (piece: string, escaped?: string, mark?: string) =>
    escaped === undefined ? (mark === undefined ? piece : bracketShows(mark)) : `\\${escaped}`,
  )
  return known.trim() === '' && code.trim() !== '' ? 'General' : known
}

/** How a format moves the point of a number: how many thousands it takes off, and how many digits it prints behind a point that is only text. */
export type MovedPoint = { readonly thousands: number; readonly places: number }

/** The first section of a format moves the point by commas behind its last digit, or by a point that is text: `0!.0000` for 万元. */
export const movedPoint = (format: string | number): MovedPoint | undefined => {
  if (typeof format === 'number') return undefined
  const [section = ''] = format.replace(/[_*]./g, '').split(';')
  const [, places] = /[0#?](?:\\\.|"\.")([0#?]+)/.exec(section) ?? []
  const [, commas = ''] = /[0#?](,+)(?=[^0#?,]*$)/.exec(section.replace(/"[^"]*"/g, '')) ?? []
  return places === undefined && commas === '' ? undefined : { thousands: commas.length, places: places?.length ?? 0 }
}
