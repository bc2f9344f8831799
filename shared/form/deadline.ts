import { type AgencyKind, agencyKindByName } from './agency-kind.ts'

/** The last days on which reports of a year may come in, `YYYY-MM-DD` by the calendar of Asia/Shanghai: until 24:00. */
export type Deadlines = { readonly governments: string; readonly departments: string }

/** By art. 49 of the Regulations: departments until the end of January, governments of county level and above until that of March. */
export const lawfulDeadlines = (year: number): Deadlines => ({ governments: `${year + 1}-03-31`, departments: `${year + 1}-01-31` })

const GOVERNMENTS: ReadonlySet<AgencyKind> = new Set(['province', 'city-with-districts', 'autonomous-prefecture', 'county'])

/** Whose last day it is; where neither kind nor name tells, the later one. */
export const deadlineGroup = (kind: AgencyKind | undefined, name: string | undefined): keyof Deadlines => {
  const known = kind ?? (name === undefined ? undefined : agencyKindByName(name))
  const isGovernment = known === undefined ? (name?.endsWith('人民政府') ?? true) : GOVERNMENTS.has(known)
  return isGovernment ? 'governments' : 'departments'
}

const DAY = 24 * 60 * 60 * 1000

/** The instant at which a day ends in Shanghai, whose clocks have stood eight hours ahead of UTC since 1991. */
const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY).toISOString()

/** How many days after the last one an instant lies: 0 where it is in time, 1 from 24:00 on. */
export const daysLate = (lastDay: string, instant: string): number => {
  const late = Date.parse(instant) - Date.parse(endOfDay(lastDay))
  return late < 0 ? 0 : Math.floor(late / DAY) + 1
}

/** `2026-01-31` as `2026年1月31日`. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
