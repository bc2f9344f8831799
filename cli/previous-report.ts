import { readFile } from 'node:fs/promises'
import { type ReportRecord, recordOf } from '../shared/report/record.ts'
import { checkedResults } from './checked-json.ts'
import { UsageError } from './options.ts'
import { readReport } from './read-report.ts'
import { userPath } from './user-path.ts'

/** Last year's report from a file of any readable format, or from the JSON of an earlier check. */
export const readPrevious = async (file: string): Promise<ReportRecord> => {
  const text = await readFile(userPath(file), 'utf8').catch(() => {
    throw new UsageError(`--previous:找不到文件“${file}”`)
  })
  const [checked] = checkedResults(text) ?? []
  if (checked !== undefined) return checked
  const { report } = await readReport(file)
  if (report.unreadable !== null) throw new UsageError(`--previous:无法读取“${file}”`)
  return recordOf(report)
}

/** Refuses a report of another year than the one before `year`; one of no year is let be, and so is any where `year` is not known. */
export const refuseOtherYear = (file: string, previous: ReportRecord, year: number | null): void => {
  if (previous.year !== null && year !== null && previous.year !== year - 1)
    throw new UsageError(`--previous 应是上一年度(${year - 1}年)的报告,“${file}”是${previous.year}年的`)
}
