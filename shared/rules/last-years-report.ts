import type { ReportRecord } from '../report/record.ts'
import type { Report } from '../report/report.ts'
import type { Context } from './rule.ts'

/** The earlier report, unless its title tells that it is of another year than the last. */
export const lastYearsReport = ({ year }: Report, { previousReport }: Context): ReportRecord | undefined =>
  previousReport?.year != null && year !== null && previousReport.year !== year - 1 ? undefined : previousReport
