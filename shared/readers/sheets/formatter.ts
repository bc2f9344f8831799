import type { Formatter } from './number-text.ts'

/** What the library offers of its number formats; its own types say nothing of them. */
type NumberFormats = Pick<Formatter, 'format'> & {
  readonly is_date: (format: string) => boolean
  readonly get_table: () => Readonly<Record<number, string>>
}

const load = async (): Promise<Formatter> => {
  const { SSF }: { readonly SSF: NumberFormats } = await import('@e965/xlsx')
  const builtIn = SSF.get_table()
  return {
    format: (format, value, options) => {
      try {
        return SSF.format(format, value, options)
      } catch {
        return String(value) // a format that it cannot make out
      }
    },
    isDate: (format) => SSF.is_date(String(typeof format === 'number' ? (builtIn[format] ?? '') : format)),
  }
}

let loaded: Promise<Formatter> | undefined

/** How the library shows numbers; loaded when the first workbook comes. */
export const loadFormatter = (): Promise<Formatter> => {
  loaded ??= load()
  return loaded
}
