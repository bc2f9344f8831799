import type { CellObject } from '@e965/xlsx'

const NUMBER = /-?\d[\d,]*(?:\.\d+)?(?:E[+-]?\d+)?/i

/** Programs keep 15 digits of a number; what stands behind them is noise of the arithmetic: 0.30000000000000004. */
const exact = (value: number): number => Number(value.toPrecision(15))

/** A number as the sheet shows it, if that is its value; where the format rounds, hides or scales it, the value itself. */
const numberText = (value: number, shown: string, isDate: boolean): string => {
  if (shown === String(value)) return shown
  const known = exact(value)
  const says = Number(NUMBER.exec(shown)?.[0].replaceAll(',', '') ?? Number.NaN)
  if (isDate || says === known) return shown.trim()
  if (!shown.includes('%')) return String(known)
  return exact(says / 100) === known ? shown.trim() : `${exact(known * 100)}%`
}

/** What stands in a cell. Formulas count by the result that was stored with them, errors by their name. */
export const cellText = ({ t, v, w, z }: CellObject, isDateFormat: (format: string) => boolean): string => {
  if (t === 'n' && typeof v === 'number') return numberText(v, w ?? '', z !== undefined && isDateFormat(String(z)))
  if (t === 's') return String(v ?? '').replaceAll('\r\n', '\n')
  return t === 'z' ? '' : (w ?? String(v ?? ''))
}
