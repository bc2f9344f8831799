import { type Deadlines, dayInWords, lawfulDeadlines } from '../form/deadline.ts'
import { type Caller, mayKeepRegistry } from './permissions.ts'
import { type Problem, problem } from './problem.ts'
import { notForPart } from './refused-role.ts'
import { FIRST_REPORTING_YEAR, lastReportingYear } from './reporting-year.ts'

/** The last days that the disclosure office set for the reports of a year; `setAt` an ISO instant. */
export type SetDeadlines = Deadlines & { readonly year: number; readonly setBy: string; readonly setAt: string }

/** Those of a year that hold: as set, else as the law has them. */
export const deadlinesOf = (year: number, set: Deadlines | undefined): Deadlines => {
  const { governments, departments } = set ?? lawfulDeadlines(year)
  return { governments, departments }
}

/** Why these cannot be set; undefined where they can. */
export const refuseDeadlines = (caller: Caller, year: number, { governments, departments }: Deadlines, now: Date): Problem | undefined => {
  if (!mayKeepRegistry(caller)) return notForPart()
  if (year < FIRST_REPORTING_YEAR || year > lastReportingYear(now))
    return problem(400, 'no-reporting-year', `没有${year}年度的报告,不能设定期限。`)
  const [earliest, latest] = [`${year + 1}-01-01`, `${year + 1}-12-31`]
  const outside = [departments, governments].find((day) => day < earliest || day > latest)
  return outside === undefined
    ? undefined
    : problem(
        400,
        'deadline-outside',
        `${year}年度报告的期限应在${dayInWords(earliest)}至${dayInWords(latest)}之间,不能是${dayInWords(outside)}。`,
      )
}
