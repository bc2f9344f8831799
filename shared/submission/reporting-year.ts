/** The years that reports are filed for. The year's edge is that of Asia/Shanghai, wherever the code runs. */
const chinaYear = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' })

/** Since 2019 reports follow a form. */
export const FIRST_REPORTING_YEAR = 2019

/** The year that reports are due for now: the one that ended last. */
export const currentReportingYear = (now: Date): number => Number(chinaYear.format(now)) - 1

/** The running year too, for an agency that is dissolved before it ends. */
export const lastReportingYear = (now: Date): number => currentReportingYear(now) + 1
