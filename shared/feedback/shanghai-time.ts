const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', ...options })

const DATE = format({ dateStyle: 'short' })
const MINUTE = format({ dateStyle: 'short', timeStyle: 'short' })

/** The day of an instant in Asia/Shanghai, wherever the code runs: `2025-01-20`. */
export const shanghaiDate = (instant: string): string => DATE.format(new Date(instant))

/** `2025-01-20 09:30` */
export const shanghaiMinute = (instant: string): string => MINUTE.format(new Date(instant))

/** `2025年1月20日` */
export const shanghaiDateInWords = (instant: string): string => {
  const [year, month, day] = shanghaiDate(instant).split('-').map(Number)
  return `${year}年${month}月${day}日`
}
