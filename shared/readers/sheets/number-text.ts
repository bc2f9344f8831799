import type { Doubt } from '../../document/document.ts'
import { knownFormat, type MovedPoint, movedPoint } from './number-formats.ts'

/** What the library does for numbers: shows one in a format, and tells formats of dates. */
export type Formatter = {
  readonly format: (format: string | number, value: number, options: { readonly date1904: boolean }) => string
  readonly isDate: (format: string | number) => boolean
}

export type NumberText = { readonly text: string; readonly doubt?: Doubt }

const NUMBER = /-?\d[\d,]*(?:\.\d+)?(?:E[+-]?\d+)?/i
/** A sign of money before a number; its column says in which unit it is. */
const MONEY = /^([-(]?)\s*[¥¥]\s*/

/** The general format, which shows whole numbers below this as they are. */
const [GENERAL, LONGEST_AS_IS] = [0, 1e11]

/** Programs keep 15 digits of a number; what stands behind them is noise of the arithmetic: 0.30000000000000004. */
const exact = (value: number): number => Number(value.toPrecision(15))

/** The number with a point that is only text before its last digits. */
const pointed = (value: number, { thousands, places }: MovedPoint): string =>
  (Math.round(value / 1000 ** thousands) / 10 ** places).toFixed(places)

/**
 * A number as the sheet shows it, if that is its value or the format moves its point (万元); where the format rounds it, the value itself. One that the
 * format does not show at all is doubted.
 */
export const numberText = (value: number, stated: string | number, formatter: Formatter, date1904 = false): NumberText => {
  // Most figures of a report: a whole number in the general format.
  if (stated === GENERAL && Number.isInteger(value) && Math.abs(value) < LONGEST_AS_IS) return { text: String(value) }
  const format = knownFormat(stated)
  const shown = formatter.format(format, value, { date1904 }).trim()
  const known = exact(value)
  if (shown === String(known) || formatter.isDate(format)) return { text: shown }
  // Zeros are often kept from view, and are zeros all the same.
  if (shown === '') return { text: String(known), ...(known !== 0 && { doubt: 'shown-otherwise' }) }
  const says = Number(NUMBER.exec(shown)?.[0].replaceAll(',', '') ?? Number.NaN)
  const asShown = shown.replace(MONEY, '$1')
  if (says === known) return { text: asShown }
  if (shown.includes('%')) return { text: exact(says / 100) === known ? shown : `${exact(known * 100)}%` }
  const moved = movedPoint(format)
  if (moved === undefined || Number.isNaN(says)) return { text: String(known) }
  // The library puts digits behind such a point wrongly where the format takes thousands off as well.
  return { text: moved.places === 0 ? asShown : pointed(known, moved) }
}
